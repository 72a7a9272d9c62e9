package org.officeos.handheld.link;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.officeos.hal.p2p.GroupNetworkException;
import org.officeos.handheld.group.GroupKeeper;
import org.officeos.handheld.group.GroupStatus;
import org.officeos.handheld.group.StandingGroup;
import org.officeos.handheld.radio.Phase;

/** Waits for a keeper's group, and no longer than there is hope. */
final class GroupWait {

  /** Until the radio's first word: on a slow, cold device the way to the bus takes seconds. */
  private static final Duration FIRST_WORD = Duration.ofSeconds(30);

  private final GroupKeeper keeper;
  private final LongSupplier nanos;
  private final Duration radioPatience;

  GroupWait(GroupKeeper keeper, LongSupplier nanos, Duration radioPatience) {
    this.keeper = keeper;
    this.nanos = nanos;
    this.radioPatience = radioPatience;
  }

  /** The group; a radio that stays away, or a kernel that forbids, is told at once. */
  StandingGroup await(long end) throws LinkException, InterruptedException {
    GroupStatus status = keeper.status();
    long awaySince = nanos.getAsLong();
    boolean toldOf = false;
    while (true) {
      if (status.standing().isPresent()) {
        return status.standing().get();
      }
      Optional<GroupNetworkException> obstacle = status.obstacle().filter(GroupWait::stays);
      if (obstacle.isPresent()) {
        throw AirFailures.of(obstacle.get());
      }
      long now = nanos.getAsLong();
      boolean away = status.phase() == Phase.RADIO_AWAY;
      boolean told = away && status.reason().isPresent();
      awaySince = away && told == toldOf ? awaySince : now;
      toldOf = told;
      long until =
          away
              ? Math.min(end - now, awaySince + (told ? radioPatience : FIRST_WORD).toNanos() - now)
              : end - now;
      if (until <= 0) {
        throw AirFailures.outOfTime(status);
      }
      status = keeper.awaitChange(status, Duration.ofNanos(until));
    }
  }

  private static boolean stays(GroupNetworkException e) {
    return switch (e.reason()) {
      case NO_GROUP_ADDRESS, NETWORK_TAKEN, OTHER_WAY, NOT_PERMITTED, FILTER -> true;
      case NO_SUCH_INTERFACE, NOT_A_GROUP, KERNEL -> false;
    };
  }
}
