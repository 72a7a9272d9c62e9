package org.officeos.laptop.radio;

import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.P2pGroup;

/** What {@link GroupKeeper} wants done. Moves are done in order, by one thread. */
sealed interface Move {

  /**
   * Choose a network that is free, name the device, set the addresses, and ask which groups the
   * supplicant remembers and has; answered by {@link GroupKeeper#onFound} or {@link
   * GroupKeeper#onRefused}.
   */
  record LookUp() implements Move {}

  /** Bring the remembered group back. */
  record Reinvoke(int persistentGroup) implements Move {}

  /** Make a group. */
  record Create(GroupConfig config) implements Move {}

  /** Give up what is being made. */
  record Cancel() implements Move {}

  /** Keep in mind, over restarts, that this group is ours. */
  record Remember(OwnGroup group) implements Move {}

  /** Let the group stand while nobody is in it, where the supplicant can. */
  record KeepWhenEmpty(String interfaceName) implements Move {}

  /**
   * Give the interface the owner's address and listen on it; answered by {@link
   * GroupKeeper#onServing} or {@link GroupKeeper#onRefused}.
   */
  record Serve(P2pGroup group) implements Move {}

  /**
   * See whether another interface came into the group's network; answered by {@link
   * GroupKeeper#onTaken} if so.
   */
  record Check() implements Move {}

  /** Listen no more. */
  record StopServing() implements Move {}

  /** End a group of ours. */
  record Remove(String interfaceName) implements Move {}

  /** Let one client in by its button. */
  record Admit(String interfaceName) implements Move {}

  /** Lets nobody in any more whom {@link Admit} waits for. */
  record CancelAdmission(String interfaceName) implements Move {}

  /** Look for the supplicant anew, for one that is there but did not let us in. */
  record Reopen() implements Move {}
}
