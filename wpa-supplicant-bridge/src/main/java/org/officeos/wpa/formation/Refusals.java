package org.officeos.wpa.formation;

import java.util.Optional;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.P2pReason;

/** What a refusal by the supplicant leads to. */
final class Refusals {

  /** The attempt that does without an interface of its own for the group. */
  private static final int LAST_CONNECT = 3;

  private static final int LAST_CREATE = 2;

  private final Formation before;
  private final long now;

  Refusals(Formation before, long now) {
    this.before = before;
    this.now = now;
  }

  Step on(FormationEvent.Refused refused) {
    if (before.phase() instanceof Phase.Negotiating negotiating) {
      return connecting(refused, negotiating.goal(), negotiating.attempts());
    }
    if (before.phase() instanceof Phase.Joining joining) {
      return connecting(refused, joining.goal(), joining.attempts());
    }
    if (before.phase() instanceof Phase.Creating creating) {
      return creating(refused, creating.goal(), creating.attempts());
    }
    if (before.phase() instanceof Phase.Returning returning) {
      return creating(refused, returning.goal(), returning.attempts());
    }
    if (before.phase() instanceof Phase.Inviting) {
      return before.failed(refused.reason(), refused.detail());
    }
    return Step.to(before);
  }

  private Step connecting(FormationEvent.Refused refused, Goal.Connection goal, int attempts) {
    boolean takenBefore = attempts == 0;
    boolean passing =
        refused.reason() == P2pReason.UNKNOWN_PEER
            || refused.reason() == P2pReason.GROUP_INTERFACE_FAILED;
    if (takenBefore && passing) {
      return Step.to(before);
    }
    if (refused.reason() == P2pReason.UNKNOWN_PEER && !goal.searched()) {
      return new Requests(before, now).search(goal);
    }
    if (refused.reason() != P2pReason.GROUP_INTERFACE_FAILED) {
      return before.failed(refused.reason(), refused.detail(), restored(attempts, LAST_CONNECT));
    }
    if (attempts >= LAST_CONNECT) {
      return before.failed(
          P2pReason.GROUP_INTERFACE_FAILED, refused.detail(), new Command.UseGroupInterface(true));
    }
    return pause(goal, attempts);
  }

  private Step pause(Goal.Connection goal, int attempts) {
    Formation next = before.numbered();
    PhaseTimer due = PhaseTimer.after(next.sequence(), before.timings().retry(), now);
    return Step.to(next.with(new Phase.Pausing(goal, attempts, due)));
  }

  /** Frames were lost on the air: begins anew, once. */
  Step lostFrames(Goal.Connection goal, P2pReason reason, String detail) {
    return goal.repeated() || before.hint().isPresent()
        ? before.failed(reason, detail)
        : pause(goal.onceMore(), 0);
  }

  /** A negotiation of the peer's may have been in the way; after that, the driver is suspected. */
  Step again(Phase.Pausing pausing) {
    Requests requests = new Requests(before, now);
    int attempt = pausing.attempts() + 1;
    return attempt == LAST_CONNECT
        ? requests.connect(pausing.goal(), attempt, new Command.UseGroupInterface(false))
        : requests.connect(pausing.goal(), attempt);
  }

  private Step creating(FormationEvent.Refused refused, Goal goal, int attempts) {
    if (refused.reason() != P2pReason.GROUP_INTERFACE_FAILED) {
      return before.failed(refused.reason(), refused.detail(), restored(attempts, LAST_CREATE));
    }
    if (attempts < LAST_CREATE) {
      return new Requests(before, now)
          .create(goal, attempts + 1, new Command.UseGroupInterface(false));
    }
    return before.failed(
        isPlaced(goal) ? P2pReason.CHANNEL_UNAVAILABLE : P2pReason.GROUP_INTERFACE_FAILED,
        refused.detail(),
        new Command.UseGroupInterface(true));
  }

  /** Whether a channel was asked for; then that is the likelier reason. */
  private static boolean isPlaced(Goal goal) {
    if (goal instanceof Goal.Creation creation) {
      return !creation.config().frequency().equals(Frequency.ANY);
    }
    return goal instanceof Goal.OwnReturn own && !own.where().equals(Frequency.ANY);
  }

  private static Command[] restored(int attempts, int last) {
    return Optional.of(new Command.UseGroupInterface(true)).filter(c -> attempts >= last).stream()
        .toArray(Command[]::new);
  }
}
