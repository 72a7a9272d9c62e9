package org.officeos.laptop.upstream;

/** Says that an answer is no longer wanted. Safe for use by several threads; never goes back. */
public interface CancelSignal {

  /** Whether the answer is no longer wanted. */
  boolean isCancelled();

  /**
   * Calls {@code action} once when the signal comes, on the thread that cancels; at once if it has.
   * The action must not block.
   */
  void onCancel(Runnable action);
}
