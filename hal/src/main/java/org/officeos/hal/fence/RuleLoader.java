package org.officeos.hal.fence;

/**
 * Gives rules to the kernel's packet filter, in the network namespace of the calling thread. Blocks
 * for some milliseconds on a laptop, and for a second at most on a handheld. Any thread.
 */
@FunctionalInterface
public interface RuleLoader {

  /**
   * Loads all of {@code rules} or none of them: the kernel takes them in one step.
   *
   * @param rules in the language of nft(8), as {@code nft -f} takes it; at most 64 KiB of ASCII
   * @throws RuleLoadException {@code NO_PROGRAM}, {@code NOT_PERMITTED}, {@code REFUSED}, {@code
   *     TIMED_OUT}; what was loaded before holds on then, except that after {@code TIMED_OUT}
   *     nobody knows
   */
  void load(String rules) throws RuleLoadException;
}
