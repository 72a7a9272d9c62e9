package org.officeos.wpa.formation;

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
      return before.phase() instanceof Phase.Negotiating
          ? before.failed(StatusCodes.reason(failed.status()), "status " + failed.status())
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

  private Step unformed(FormationEvent.FormationFailed failed) {
    if (before.phase() instanceof Phase.Cancelling cancelling) {
      return Step.to(before.draining(cancelling.end(), now));
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
    boolean negotiated =
        before.phase() instanceof Phase.Negotiating negotiating
            && Formation.concerns(negotiating.goal(), peer);
    boolean ours =
        negotiated
            || (before.phase() instanceof Phase.Pausing pausing
                && Formation.concerns(pausing.goal(), peer));
    return ours ? forming() : Step.to(before);
  }

  private Step forming() {
    Formation next = before.numbered();
    PhaseTimer due = PhaseTimer.after(next.sequence(), before.timings().forming(), now);
    return Step.to(next.with(new Phase.Forming(due)));
  }

  /** Android's fallbacks: what the peer forgot, or will not take unasked, is negotiated anew. */
  private Step answered(Goal.Return goal, int status) {
    ConnectRequest anew = ConnectRequest.pbc(goal.peer());
    Goal.Connection connection =
        new Goal.Connection(
            goal.peerOwnsGroup() ? anew.joining() : anew, false, StatusCodes.reason(status));
    return switch (status) {
      case StatusCodes.SUCCESS -> forming();
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
