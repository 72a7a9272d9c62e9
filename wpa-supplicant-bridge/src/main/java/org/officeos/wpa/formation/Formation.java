package org.officeos.wpa.formation;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pReason;

/**
 * The machine between two events. At most one request is under way; each that is taken ends in
 * exactly one {@link Outcome}. Groups that already stand do not stop a new request: an owner lets
 * further devices in.
 *
 * @param phase where the request stands
 * @param groups the interfaces of the groups that stand
 * @param sequence the highest number given to a timer or a command
 * @param hint a better word for a failure that is still to come
 * @param timings how long phases may last
 */
public record Formation(
    Phase phase, Set<String> groups, long sequence, Optional<P2pReason> hint, Timings timings) {

  /** Copies. */
  public Formation {
    groups = Set.copyOf(groups);
  }

  /** No group, no request. */
  public static Formation idle(Timings timings) {
    return new Formation(new Phase.Idle(), Set.of(), 0, Optional.empty(), timings);
  }

  /**
   * What one event leads to.
   *
   * @param nowNanos on any clock that does not go back
   */
  public Step on(FormationEvent event, long nowNanos) {
    if (event instanceof FormationEvent.GroupStarted started) {
      return groupStarted(started, nowNanos);
    }
    if (event instanceof FormationEvent.GroupFinished finished) {
      return groupFinished(finished, nowNanos);
    }
    if (event instanceof FormationEvent.Lost lost) {
      return lost(lost.reason());
    }
    if (event instanceof FormationEvent.ProvisioningFailed fault) {
      return Step.to(awaitsGroup() ? withHint(fault.reason()) : this);
    }
    if (event instanceof FormationEvent.TimerDue due) {
      boolean present = phase.timer().filter(t -> t.sequence() == due.sequence()).isPresent();
      return present ? new Deadlines(this, nowNanos).passed() : Step.to(this);
    }
    if (event instanceof FormationEvent.Refused refused) {
      return refused.sequence() == sequence
          ? new Refusals(this, nowNanos).on(refused)
          : Step.to(this);
    }
    if (event instanceof FormationEvent.CancelAsked) {
      return new Deadlines(this, nowNanos).cancelled();
    }
    if (isRequest(event)) {
      return phase.isUnderWay()
          ? Step.refused(this, P2pReason.BUSY)
          : new Requests(this, nowNanos).on(event);
    }
    return new Progress(this, nowNanos).on(event);
  }

  private static boolean isRequest(FormationEvent event) {
    return event instanceof FormationEvent.ConnectAsked
        || event instanceof FormationEvent.ReinvokeAsked
        || event instanceof FormationEvent.OwnReturnAsked
        || event instanceof FormationEvent.ReturnAsked
        || event instanceof FormationEvent.CreateAsked;
  }

  private Step groupStarted(FormationEvent.GroupStarted event, long nowNanos) {
    String name = event.group().interfaceName();
    if (phase instanceof Phase.Cancelling cancelling) {
      return Step.to(draining(cancelling.end(), nowNanos), new Command.RemoveGroup(name));
    }
    TreeSet<String> all = new TreeSet<>(groups);
    all.add(name);
    Formation next = with(new Phase.Standing()).withGroups(all).withoutHint();
    Outcome outcome = new Outcome.Started(event.group());
    return phase instanceof Phase.Searching
        ? Step.ended(next, outcome, new Command.StopFind())
        : Step.ended(next, outcome);
  }

  private Step groupFinished(FormationEvent.GroupFinished event, long nowNanos) {
    if (!groups.contains(event.interfaceName())) {
      String detail = "the group ended while it was formed";
      if (phase instanceof Phase.Returning) {
        return failed(P2pReason.FORMATION_FAILED, detail);
      }
      return phase instanceof Phase.Forming || phase instanceof Phase.Joining
          ? new Progress(this, nowNanos)
              .on(new FormationEvent.FormationFailed(P2pReason.FORMATION_FAILED, detail))
          : Step.to(this);
    }
    TreeSet<String> left = new TreeSet<>(groups);
    left.remove(event.interfaceName());
    Formation next = withGroups(left);
    return Step.to(phase.isUnderWay() ? next : next.atRest());
  }

  private Step lost(P2pReason reason) {
    Formation next = withGroups(Set.of()).atRest();
    if (phase instanceof Phase.Cancelling cancelling) {
      return Step.ended(next, cancelling.end());
    }
    return phase.isUnderWay()
        ? Step.ended(next, new Outcome.Failed(reason, "while a group was being formed"))
        : Step.to(next);
  }

  /** Ends the request under way; a hint that came before says it better than {@code reason}. */
  Step failed(P2pReason reason, String detail, Command... commands) {
    return Step.ended(atRest(), new Outcome.Failed(hint.orElse(reason), detail), commands);
  }

  /** Takes the request back, and waits for what may still come of it. */
  Step drained(Outcome.Failed end, long nowNanos) {
    Formation next = numbered();
    // A group of our own cannot be stopped on its way: it is removed when it stands.
    Duration wait = phase instanceof Phase.Creating ? timings.creation() : timings.drain();
    PhaseTimer due = PhaseTimer.after(next.sequence, wait, nowNanos);
    return Step.to(next.with(new Phase.Cancelling(end, due)), new Command.Cancel());
  }

  /** What was waited for came, or will not come any more. */
  Formation draining(Outcome.Failed end, long nowNanos) {
    Formation next = numbered();
    PhaseTimer due = PhaseTimer.after(next.sequence, timings.drain(), nowNanos);
    return next.with(new Phase.Cancelling(end, due));
  }

  /** Whether the supplicant may be forming the group that was asked for. */
  boolean awaitsGroup() {
    return phase instanceof Phase.Negotiating
        || phase instanceof Phase.Joining
        || phase instanceof Phase.Creating
        || phase instanceof Phase.Returning
        || phase instanceof Phase.Forming;
  }

  Formation with(Phase other) {
    return new Formation(other, groups, sequence, hint, timings);
  }

  Formation numbered() {
    return new Formation(phase, groups, sequence + 1, hint, timings);
  }

  /** No request under way any more. */
  Formation atRest() {
    return with(groups.isEmpty() ? new Phase.Idle() : new Phase.Standing()).withoutHint();
  }

  private Formation withGroups(Set<String> others) {
    return new Formation(phase, others, sequence, hint, timings);
  }

  private Formation withHint(P2pReason reason) {
    return new Formation(phase, groups, sequence, Optional.of(reason), timings);
  }

  private Formation withoutHint() {
    return new Formation(phase, groups, sequence, Optional.empty(), timings);
  }

  static boolean concerns(Goal.Connection goal, MacAddress peer) {
    return goal.request().peer().equals(peer);
  }
}
