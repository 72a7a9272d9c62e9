package org.officeos.laptop.radio;

import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pGroup;

/** What {@link GroupKeeper} wants done. Moves are done in order, by one thread. */
sealed interface Move {

  /**
   * Choose a network that is free, name the device, set the addresses, and ask which groups the
   * supplicant remembers and has; answered by {@link GroupKeeper#onFound} or {@link
   * GroupKeeper#onRefused}.
   */
  record LookUp() implements Move {}

  /** Bring the remembered group back, on that channel or any. */
  record Reinvoke(int persistentGroup, Frequency where) implements Move {}

  /**
   * Have the supplicant forget a group that was ours; answered by {@link GroupKeeper#onForgotten}.
   */
  record Forget(int persistentGroup, String ssid) implements Move {}

  /** Send one out of the group, by its P2P Device Address. */
  record RemoveClient(String interfaceName, MacAddress client) implements Move {}

  /** Send one out of the group, by the address of its interface. */
  record RemoveStation(String interfaceName, MacAddress station) implements Move {}

  /** Make a group. */
  record Create(GroupConfig config) implements Move {}

  /** Give up what is being made. */
  record Cancel() implements Move {}

  /** Keep that in mind, over restarts. */
  record Remember(KeptGroups groups) implements Move {}

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
