package org.officeos.wpa.formation;

import org.officeos.hal.p2p.P2pReason;

/** What the end of a phase's time leads to, and a person's wish to cancel. */
final class Deadlines {

  private final Formation before;
  private final long now;

  Deadlines(Formation before, long now) {
    this.before = before;
    this.now = now;
  }

  Step passed() {
    Phase phase = before.phase();
    if (phase instanceof Phase.Searching) {
      return before.failed(
          P2pReason.UNKNOWN_PEER,
          "not heard in " + before.timings().search().toSeconds() + " s",
          new Command.StopFind());
    }
    if (phase instanceof Phase.Pausing pausing) {
      return new Refusals(before, now).again(pausing);
    }
    if (phase instanceof Phase.Cancelling cancelling) {
      return Step.ended(before.atRest(), cancelling.end());
    }
    if (phase instanceof Phase.Negotiating negotiating) {
      return now < negotiating.endNanos()
          ? new Requests(before, now).askAgain(negotiating)
          : givenUp(negotiating.goal().whenTimedOut(), "no agreement in time");
    }
    if (phase instanceof Phase.Joining) {
      return givenUp(P2pReason.FORMATION_TIMED_OUT, "not let in in time");
    }
    if (phase instanceof Phase.Inviting) {
      return givenUp(P2pReason.FORMATION_TIMED_OUT, "no answer to the invitation");
    }
    if (phase instanceof Phase.Creating) {
      return givenUp(P2pReason.FORMATION_TIMED_OUT, "the group did not start");
    }
    if (phase instanceof Phase.Returning) {
      return givenUp(P2pReason.FORMATION_TIMED_OUT, "its owner's group was not found");
    }
    if (phase instanceof Phase.Forming) {
      return givenUp(P2pReason.FORMATION_TIMED_OUT, "agreed on, but not formed");
    }
    return Step.to(before);
  }

  Step cancelled() {
    Phase phase = before.phase();
    if (!phase.isUnderWay() || phase instanceof Phase.Cancelling) {
      return Step.to(before);
    }
    Outcome.Failed end = new Outcome.Failed(P2pReason.CANCELLED, "by cancelConnect");
    return phase instanceof Phase.Searching
        ? Step.ended(before.atRest(), end, new Command.StopFind())
        : before.drained(end, now);
  }

  private Step givenUp(P2pReason reason, String detail) {
    return before.drained(new Outcome.Failed(before.hint().orElse(reason), detail), now);
  }
}
