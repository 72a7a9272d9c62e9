package org.officeos.hal.fence;

/**
 * Keeps rules in the kernel's packet filter that belong to this process, in the network namespace
 * of the thread that asks: no other can flush them, and they go when this goes. For one thread.
 */
public interface RuleHolder extends AutoCloseable {

  /**
   * Loads these rules in one step and holds them, in place of those that it held before. Blocks for
   * some milliseconds, and for two seconds at most.
   *
   * @param rules one line in the language of nft(8), ASCII, with a table that has {@code flags
   *     owner}; at most 4 KiB
   * @throws RuleLoadException {@code NO_PROGRAM}, {@code NOT_PERMITTED} (also where somebody else
   *     holds a table of that name), {@code REFUSED} (also where the kernel is older than 5.12),
   *     {@code TIMED_OUT}; nothing is held then
   */
  void hold(String rules) throws RuleLoadException;

  /** Lets go of them. Closing twice is no error. */
  @Override
  void close();
}
