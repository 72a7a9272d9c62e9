package org.officeos.handheld.radio;

import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pGroup;

/** What {@link Seeker} wants done. */
public sealed interface Move {

  /** Ask which groups are remembered, and tell the seeker. */
  record AskPersistentGroups() implements Move {}

  /** Go into the laptop's standing group by the remembered key, asking nobody. */
  record Rejoin(int persistentGroup) implements Move {}

  /** Bring a remembered group back by inviting the laptop, which was just heard. */
  record Reinvoke(int persistentGroup, MacAddress laptop) implements Move {}

  /** Forget a group that the laptop has forgotten. */
  record Forget(int persistentGroup) implements Move {}

  /** Search; a search under way is replaced. */
  record Find(FindRequest request) implements Move {}

  /** End the search. */
  record StopFind() implements Move {}

  /** Ask the laptop for a group, or into its group. */
  record Connect(ConnectRequest request) implements Move {}

  /** Give up what is under way. */
  record Cancel() implements Move {}

  /** Leave a group that is not the laptop's, or that is of no use. */
  record Leave(String interfaceName) implements Move {}

  /** Give the group's interface its address: from now on a socket may be opened over it. */
  record OpenLink(P2pGroup group) implements Move {}

  /** No socket may be opened over the group any more. */
  record CloseLink() implements Move {}

  /** Whether what comes of it decides how the attempt goes on; a refusal then ends it. */
  default boolean isAttempt() {
    return this instanceof AskPersistentGroups
        || this instanceof Rejoin
        || this instanceof Reinvoke
        || this instanceof Find
        || this instanceof Connect;
  }
}
