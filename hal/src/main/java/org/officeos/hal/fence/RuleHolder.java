package org.officeos.hal.fence;

/**
 * Keeps rules in the kernel's packet filter that belong to this process, in the network namespace
 * of the thread that asks: no other can flush them, and they go when this goes. For one thread.
 */
public interface RuleHolder extends AutoCloseable {

  /**
   * Holds these in place of those that it held before, in one step. Where it held none, those for
   * packets come first, in a step of their own. Blocks for some milliseconds, and for two seconds
   * at most.
   *
   * @throws RuleLoadException {@code NO_PROGRAM}, {@code NOT_PERMITTED} (also where somebody else
   *     holds a table of that name), {@code REFUSED} (also where the kernel is older than 5.12):
   *     what it held before it holds on; {@code TIMED_OUT}: nothing is held then
   */
  void hold(HeldTable table) throws RuleLoadException;

  /**
   * Whether it holds any, as far as it knows; the kernel knows better. No longer after {@link
   * #close} or where what held them ended by itself.
   */
  boolean holds();

  /** Lets go of them; it can hold others afterwards. Closing twice is no error. */
  @Override
  void close();
}
