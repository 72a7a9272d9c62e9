package org.officeos.wpa.formation;

import java.util.Optional;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pReason;

/** What the supplicant's own news lead to. */
final class Progress {

  private final Formation before;
  private final long now;

  Progress(Formation before, long now) {
    this.before = before;
    this.now = now;
  }

  Step on(FormationEvent event) {
    if (event instanceof FormationEvent.PeerFound found) {
      return found(found.peer());
    }
    if (event instanceof FormationEvent.NegotiationSucceeded succeeded) {
      return agreed(succeeded.peer());
    }
    if (event instanceof FormationEvent.NegotiationFailed failed) {
      return before.phase() instanceof Phase.Negotiating negotiating
          ? disagreed(negotiating.goal(), failed.status())
          : Step.to(before);
    }
    if (event instanceof FormationEvent.InvitationAnswered answered) {
      return before.phase() instanceof Phase.Inviting inviting
          ? answered(inviting.goal(), answered.status())
          : Step.to(before);
    }
    return event instanceof FormationEvent.FormationFailed failed
        ? unformed(failed)
        : Step.to(before);
  }

  private Step disagreed(Goal.Connection goal, int status) {
    String detail = "status " + status;
    return status < 0
        ? new Refusals(before, now).lostFrames(goal, P2pReason.NEGOTIATION_FAILED, detail)
        : before.failed(StatusCodes.reason(status), detail);
  }

  private Step unformed(FormationEvent.FormationFailed failed) {
    if (before.phase() instanceof Phase.Cancelling cancelling) {
      return Step.to(before.draining(cancelling.end(), now));
    }
    boolean bare = failed.reason() == P2pReason.FORMATION_FAILED;
    if (bare && before.phase() instanceof Phase.Forming forming && forming.goal().isPresent()) {
      return new Refusals(before, now)
          .lostFrames(forming.goal().get(), failed.reason(), failed.detail());
    }
    if (bare && before.phase() instanceof Phase.Returning) {
      return before.failed(P2pReason.FORMATION_TIMED_OUT, "its owner's group was not found");
    }
    return before.awaitsGroup() ? before.failed(failed.reason(), failed.detail()) : Step.to(before);
  }

  private Step found(MacAddress peer) {
    return before.phase() instanceof Phase.Searching searching
            && Formation.concerns(searching.goal(), peer)
        ? new Requests(before, now).connect(searching.goal(), 1)
        : Step.to(before);
  }

  private Step agreed(MacAddress peer) {
    Optional<Goal.Connection> goal = Optional.empty();
    if (before.phase() instanceof Phase.Negotiating negotiating) {
      goal = Optional.of(negotiating.goal());
    } else if (before.phase() instanceof Phase.Pausing pausing) {
      goal = Optional.of(pausing.goal());
    }
    Optional<Goal.Connection> ours = goal.filter(g -> Formation.concerns(g, peer));
    return ours.isPresent() ? forming(ours) : Step.to(before);
  }

  private Step forming(Optional<Goal.Connection> goal) {
    Formation next = before.numbered();
    PhaseTimer due = PhaseTimer.after(next.sequence(), before.timings().forming(), now);
    return Step.to(next.with(new Phase.Forming(goal, due)));
  }

  /** Android's fallbacks: what the peer forgot, or will not take unasked, is negotiated anew. */
  private Step answered(Goal.Return goal, int status) {
    ConnectRequest anew = ConnectRequest.pbc(goal.peer());
    Goal.Connection connection =
        Goal.Connection.of(
            goal.peerOwnsGroup() ? anew.joining() : anew, StatusCodes.reason(status));
    return switch (status) {
      case StatusCodes.SUCCESS -> forming(Optional.empty());
      case StatusCodes.UNKNOWN_P2P_GROUP ->
          new Requests(before, now)
              .connect(connection, 1, new Command.Forget(goal.persistentGroup()));
      case StatusCodes.INFORMATION_CURRENTLY_UNAVAILABLE ->
          new Requests(before, now).connect(connection, 1);
      default -> before.failed(unanswered(status), "invitation status " + status);
    };
  }

  private static P2pReason unanswered(int status) {
    return status < 0 ? P2pReason.FORMATION_TIMED_OUT : StatusCodes.reason(status);
  }
}
