package org.officeos.handheld.group;

import java.util.Optional;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupNetworkException;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.handheld.radio.Phase;

/**
 * How the keeping of a group stands.
 *
 * @param phase where
 * @param reason why the last attempt came to nothing; empty once linked
 * @param obstacle what kept a group that was there from being used, by the kernel's word
 * @param standing the group, while it can be used
 * @param channel the channel on which the laptop's group was last; empty where nobody knows
 */
public record GroupStatus(
    Phase phase,
    Optional<P2pReason> reason,
    Optional<GroupNetworkException> obstacle,
    Optional<StandingGroup> standing,
    Optional<Frequency> channel) {

  /** Before anything was done. */
  public static final GroupStatus NOTHING_YET =
      new GroupStatus(
          Phase.STOPPED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
