package org.officeos.wpa.formation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.P2pReason;

/** Long walks through the machine: whatever happens, each request ends exactly once. */
class FormationWalkTest {

  private static final int WALKS = 2_000;
  private static final int STEPS = 60;

  @Test
  void everyRequestThatIsTakenEndsExactlyOnce() {
    List<FormationEvent> events = new ArrayList<>(Samples.events().values());
    for (int seed = 0; seed < WALKS; seed++) {
      Random random = new Random(seed);
      Formation machine = Formation.idle(Timings.USUAL);
      long now = 0;
      int open = 0;
      for (int i = 0; i < STEPS; i++) {
        now += random.nextInt(1_000_000_000);
        FormationEvent event = fitting(events.get(random.nextInt(events.size())), machine, random);
        boolean asks = event.getClass().getSimpleName().endsWith("Asked");
        boolean cancels = event instanceof FormationEvent.CancelAsked;
        Step step = machine.on(event, now);
        if (asks && !cancels && step.refusal().isEmpty()) {
          open++;
        }
        if (step.outcome().isPresent() && machine.phase().isUnderWay()) {
          open--;
        }
        machine = step.next();
        String where = "seed " + seed + ", step " + i + ", " + event + ", " + machine;
        assertEquals(machine.phase().isUnderWay() ? 1 : 0, open, where);
        assertEquals(machine.phase().isUnderWay(), machine.phase().timer().isPresent(), where);
        assertEquals(
            machine.phase() instanceof Phase.Standing,
            !machine.phase().isUnderWay() && !machine.groups().isEmpty(),
            where);
      }
    }
  }

  /** Half of the timers and refusals are those that are being waited for. */
  private static FormationEvent fitting(FormationEvent event, Formation machine, Random random) {
    if (event instanceof FormationEvent.TimerDue && random.nextBoolean()) {
      return new FormationEvent.TimerDue(machine.sequence());
    }
    return event instanceof FormationEvent.Refused refused && random.nextBoolean()
        ? new FormationEvent.Refused(machine.sequence(), refused.reason(), "so")
        : event;
  }

  @Test
  void aRadioWithoutGroupInterfacesIsServedAtTheThirdAttempt() {
    List<String> commands = new ArrayList<>();
    Formation machine = Formation.idle(Timings.USUAL);
    Step step =
        machine.on(new FormationEvent.ConnectAsked(ConnectRequest.pbc(Samples.PEER), true), 0);
    for (int attempt = 1; attempt <= 3; attempt++) {
      step.commands().forEach(c -> commands.add(c.getClass().getSimpleName()));
      machine = step.next();
      if (attempt < 3) {
        machine = machine.on(refusal(machine), 0).next();
        assertTrue(machine.phase() instanceof Phase.Pausing);
        step = machine.on(new FormationEvent.TimerDue(machine.sequence()), 0);
      }
    }
    assertEquals(List.of("Connect", "Connect", "UseGroupInterface", "Connect"), commands);
    Step last = machine.on(refusal(machine), 0);
    assertEquals(List.of(new Command.UseGroupInterface(true)), last.commands());
    assertEquals(
        P2pReason.GROUP_INTERFACE_FAILED, ((Outcome.Failed) last.outcome().orElseThrow()).reason());
  }

  private static FormationEvent refusal(Formation machine) {
    return new FormationEvent.Refused(machine.sequence(), P2pReason.GROUP_INTERFACE_FAILED, "-19");
  }

  @Test
  void aPeerThatExpiredBetweenTheListAndTheCallIsSearchedForOnce() {
    Formation machine = Formation.idle(Timings.USUAL);
    machine =
        machine
            .on(new FormationEvent.ConnectAsked(ConnectRequest.pbc(Samples.PEER), true), 0)
            .next();
    Step searching = machine.on(unknown(machine), 0);
    assertTrue(searching.next().phase() instanceof Phase.Searching);
    machine = searching.next().on(new FormationEvent.PeerFound(Samples.PEER), 0).next();
    assertTrue(machine.phase() instanceof Phase.Negotiating);
    Step second = machine.on(unknown(machine), 0);
    assertEquals(
        P2pReason.UNKNOWN_PEER, ((Outcome.Failed) second.outcome().orElseThrow()).reason());
  }

  private static FormationEvent unknown(Formation machine) {
    return new FormationEvent.Refused(machine.sequence(), P2pReason.UNKNOWN_PEER, "expired");
  }

  @Test
  void aGroupThatStartsBeforeTheReplyEndsTheRequestAndTheReplyIsStale() {
    Formation machine =
        Formation.idle(Timings.USUAL)
            .on(new FormationEvent.ConnectAsked(ConnectRequest.pbc(Samples.PEER), true), 0)
            .next();
    long sequence = machine.sequence();
    Step started = machine.on(new FormationEvent.GroupStarted(Samples.group("g1")), 0);
    assertTrue(started.outcome().orElseThrow() instanceof Outcome.Started);
    Step reply = started.next().on(new FormationEvent.Accepted(sequence), 0);
    assertEquals(started.next(), reply.next());
    assertFalse(reply.outcome().isPresent());
  }

  @Test
  void theWordOfFailedProvisioningReplacesTheBareOne() {
    Formation machine =
        Samples.phase("Forming")
            .on(new FormationEvent.ProvisioningFailed(P2pReason.PROVISIONING_FAILED), 0)
            .next();
    Step step = machine.on(new FormationEvent.FormationFailed(P2pReason.FORMATION_FAILED, ""), 0);
    assertEquals(
        P2pReason.PROVISIONING_FAILED, ((Outcome.Failed) step.outcome().orElseThrow()).reason());
    assertFalse(step.next().hint().isPresent());
  }

  @Test
  void whatCameToNothingWithoutAReasonIsBegunAnewOnce() {
    Formation machine = Samples.phase("Forming");
    for (int time = 0; time < 2; time++) {
      Step failed =
          machine.on(new FormationEvent.FormationFailed(P2pReason.FORMATION_FAILED, ""), 0);
      assertEquals(time == 1, failed.outcome().isPresent());
      machine = failed.next();
      if (time == 0) {
        Step again = machine.on(new FormationEvent.TimerDue(machine.sequence()), 0);
        assertTrue(again.commands().get(0) instanceof Command.Connect);
        machine = again.next().on(new FormationEvent.NegotiationSucceeded(Samples.PEER), 0).next();
      }
    }
  }

  @Test
  void aPeerThatSaysNothingIsAskedAgainUntilTheEnd() {
    Formation machine = Formation.idle(Timings.USUAL);
    Step step =
        machine.on(new FormationEvent.ConnectAsked(ConnectRequest.pbc(Samples.PEER), true), 0);
    int asked = 0;
    while (!(step.next().phase() instanceof Phase.Cancelling)) {
      asked += step.commands().size();
      PhaseTimer due = step.next().phase().timer().orElseThrow();
      step = step.next().on(new FormationEvent.TimerDue(due.sequence()), due.dueNanos());
    }
    assertEquals(12, asked);
  }

  @Test
  void whoOnlyAuthorizesWaitsWithoutAskingAgain() {
    Formation machine = Formation.idle(Timings.USUAL);
    ConnectRequest request = ConnectRequest.pbc(Samples.PEER).onlyAuthorizing();
    Step step = machine.on(new FormationEvent.ConnectAsked(request, true), 0);
    PhaseTimer due = step.next().phase().timer().orElseThrow();
    assertEquals(Timings.USUAL.negotiation().toNanos(), due.dueNanos());
    Step end = step.next().on(new FormationEvent.TimerDue(due.sequence()), due.dueNanos());
    assertEquals(List.of(new Command.Cancel()), end.commands());
  }

  @Test
  void aLateGroupIsRemovedWhileCancellingAndTheRequestEndsAsCancelled() {
    Formation machine = Samples.phase("Cancelling");
    Step late = machine.on(new FormationEvent.GroupStarted(Samples.group("g1")), 0);
    assertEquals(List.of(new Command.RemoveGroup("g1")), late.commands());
    assertFalse(late.outcome().isPresent());
    Step drained = late.next().on(new FormationEvent.TimerDue(late.next().sequence()), 0);
    assertEquals(P2pReason.CANCELLED, ((Outcome.Failed) drained.outcome().orElseThrow()).reason());
    assertTrue(drained.next().phase() instanceof Phase.Idle);
  }
}
