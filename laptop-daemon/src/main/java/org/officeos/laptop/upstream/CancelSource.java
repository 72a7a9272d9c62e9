package org.officeos.laptop.upstream;

import java.util.ArrayList;
import java.util.List;

/** A signal together with the button that gives it. */
public final class CancelSource implements CancelSignal {

  private final List<Runnable> actions = new ArrayList<>();
  private boolean cancelled;

  /** Gives the signal; a second call does nothing. Actions run here, outside any lock. */
  public void cancel() {
    List<Runnable> due;
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      due = List.copyOf(actions);
      actions.clear();
    }
    due.forEach(Runnable::run);
  }

  @Override
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  @Override
  public void onCancel(Runnable action) {
    synchronized (this) {
      if (!cancelled) {
        actions.add(action);
        return;
      }
    }
    action.run();
  }
}
