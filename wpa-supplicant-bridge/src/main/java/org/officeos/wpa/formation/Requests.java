package org.officeos.wpa.formation;

import java.time.Duration;
import java.util.Arrays;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pReason;

/** What a request leads to when none is under way, and how a phase begins. */
final class Requests {

  private final Formation before;
  private final Formation numbered;
  private final long now;

  Requests(Formation before, long now) {
    this.before = before;
    this.numbered = before.numbered();
    this.now = now;
  }

  Step on(FormationEvent event) {
    if (event instanceof FormationEvent.ConnectAsked asked) {
      Goal.Connection goal = Goal.Connection.of(asked.request(), P2pReason.FORMATION_TIMED_OUT);
      return asked.peerKnown() ? connect(goal, 1) : search(goal);
    }
    if (event instanceof FormationEvent.ReinvokeAsked asked) {
      return invite(asked.persistentGroup(), asked.peer(), asked.peerOwnsGroup());
    }
    if (event instanceof FormationEvent.OwnReturnAsked asked) {
      return create(new Goal.OwnReturn(asked.persistentGroup(), asked.where()), 1);
    }
    if (event instanceof FormationEvent.ReturnAsked asked) {
      return create(new Goal.ClientReturn(asked.persistentGroup()), 1);
    }
    if (event instanceof FormationEvent.CreateAsked asked) {
      return create(new Goal.Creation(asked.config()), 1);
    }
    return Step.to(before);
  }

  /** Searches for the peer, then {@link #connect}s. */
  Step search(Goal.Connection goal) {
    PhaseTimer due = timer(before.timings().search());
    return Step.to(
        numbered.with(new Phase.Searching(goal.afterSearch(), due)),
        new Command.Find(before.timings().search()));
  }

  /** Asks the supplicant to connect, by whatever commands come before. */
  Step connect(Goal.Connection goal, int attempt, Command... before) {
    ConnectRequest request = goal.request();
    long end = now + this.before.timings().negotiation().toNanos();
    Phase phase =
        request.join()
            ? new Phase.Joining(goal, attempt, timer(this.before.timings().join()))
            : negotiating(goal, attempt, end);
    Command[] all = Arrays.copyOf(before, before.length + 1);
    all[before.length] = new Command.Connect(numbered.sequence(), request);
    return Step.to(numbered.with(phase), all);
  }

  /** Asks a peer again that answered neither yes nor no. */
  Step askAgain(Phase.Negotiating phase) {
    return Step.to(
        numbered.with(negotiating(phase.goal(), 0, phase.endNanos())),
        new Command.Connect(numbered.sequence(), phase.goal().request()));
  }

  private Phase negotiating(Goal.Connection goal, int attempt, long end) {
    long asking = now + before.timings().ask().toNanos();
    boolean waits = goal.request().authorizeOnly() || asking > end;
    PhaseTimer due = new PhaseTimer(numbered.sequence(), waits ? end : asking);
    return new Phase.Negotiating(goal, attempt, end, due);
  }

  /**
   * Asks the supplicant for a group of our own, or for an owner's standing one, by whatever
   * commands come before.
   */
  Step create(Goal goal, int attempt, Command... before) {
    Timings timings = this.before.timings();
    Phase phase =
        goal instanceof Goal.ClientReturn back
            ? new Phase.Returning(back, attempt, timer(timings.returning()))
            : new Phase.Creating(goal, attempt, timer(timings.creation()));
    Command[] all = Arrays.copyOf(before, before.length + 1);
    long sequence = numbered.sequence();
    if (goal instanceof Goal.Creation creation) {
      all[before.length] = new Command.AddGroup(sequence, creation.config());
    } else if (goal instanceof Goal.OwnReturn own) {
      all[before.length] = new Command.AddRemembered(sequence, own.persistentGroup(), own.where());
    } else if (goal instanceof Goal.ClientReturn back) {
      all[before.length] =
          new Command.AddRemembered(sequence, back.persistentGroup(), Frequency.ANY);
    } else {
      throw new IllegalArgumentException("no group of our own");
    }
    return Step.to(numbered.with(phase), all);
  }

  private Step invite(int persistentGroup, MacAddress peer, boolean peerOwnsGroup) {
    Goal.Return goal = new Goal.Return(persistentGroup, peer, peerOwnsGroup);
    PhaseTimer due = timer(before.timings().invitation());
    return Step.to(
        numbered.with(new Phase.Inviting(goal, due)),
        new Command.Invite(numbered.sequence(), persistentGroup, peer));
  }

  private PhaseTimer timer(Duration wait) {
    return PhaseTimer.after(numbered.sequence(), wait, now);
  }
}
