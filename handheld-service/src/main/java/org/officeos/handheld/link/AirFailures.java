package org.officeos.handheld.link;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.officeos.hal.p2p.GroupNetworkException;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.handheld.group.GroupStatus;
import org.officeos.handheld.link.LinkException.Reason;
import org.officeos.handheld.radio.Phase;

/** What went wrong over the air, as a {@link LinkException} with the next step. */
final class AirFailures {

  /** Phases in which nothing was heard of the laptop yet. */
  private static final Set<Phase> UNHEARD =
      EnumSet.of(Phase.TUNING_IN, Phase.REJOINING, Phase.SEARCHING, Phase.SEARCHING_WIDELY);

  private AirFailures() {}

  /** The kernel's side. */
  static LinkException of(GroupNetworkException e) {
    Reason reason =
        switch (e.reason()) {
          case NO_GROUP_ADDRESS, NO_SUCH_INTERFACE, NOT_A_GROUP, FILTER, KERNEL ->
              Reason.GROUP_FAILED;
          case NETWORK_TAKEN, OTHER_WAY -> Reason.OTHER_WAY;
          case NOT_PERMITTED -> Reason.NOT_PERMITTED;
        };
    return new LinkException(reason, e.reason() + ": " + e.getMessage(), e);
  }

  /** The radio is away, and stays away. */
  static LinkException radioAway(Optional<P2pReason> reason) {
    return new LinkException(
        Reason.RADIO_UNUSABLE,
        words(reason.orElse(P2pReason.RADIO_LOST))
            + " What else is in the way: officeos p2p preflight.");
  }

  /** The time was over before a group stood. */
  static LinkException outOfTime(GroupStatus status) {
    if (status.phase() == Phase.RADIO_AWAY) {
      return radioAway(status.reason());
    }
    P2pReason reason = status.reason().orElse(P2pReason.UNKNOWN_PEER);
    if (reason == P2pReason.UNKNOWN_PEER || UNHEARD.contains(status.phase())) {
      return new LinkException(
          Reason.LAPTOP_NOT_FOUND,
          "The laptop was not heard: bring it near, and see that its daemon runs with a radio.");
    }
    return new LinkException(Reason.GROUP_FAILED, words(reason));
  }

  private static String words(P2pReason reason) {
    return reason + ": " + reason.cause() + "; " + reason.next() + ".";
  }
}
