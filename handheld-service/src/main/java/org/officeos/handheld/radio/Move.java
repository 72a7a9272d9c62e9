package org.officeos.handheld.radio;

import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pGroup;

/** What {@link Seeker} wants done. */
public sealed interface Move {

  /** Ask which groups are remembered, and tell the seeker. */
  record AskPersistentGroups() implements Move {}

  /** Bring a remembered group back. */
  record Reinvoke(int persistentGroup, MacAddress laptop) implements Move {}

  /** Forget a group that the laptop has forgotten. */
  record Forget(int persistentGroup) implements Move {}

  /** Search. */
  record Find(FindRequest request) implements Move {}

  /** End the search. */
  record StopFind() implements Move {}

  /** Ask the laptop for a group, or into its group. */
  record Connect(ConnectRequest request) implements Move {}

  /** Give up what is under way. */
  record Cancel() implements Move {}

  /** Leave a group that is not the laptop's. */
  record Leave(String interfaceName) implements Move {}

  /** Open the socket to the group's owner, bound to the group's interface and own address. */
  record OpenLink(P2pGroup group) implements Move {}

  /** Close the socket, if it is open. */
  record CloseLink() implements Move {}
}
