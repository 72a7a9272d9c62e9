package org.officeos.session.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.SecretBytes;

/**
 * Renewals cut off after every possible step, one after the other, in every order: afterwards the
 * generation that the initiator prefers must be one that the responder accepts.
 */
class RenewalCrashTest {

  /** How far a renewal, or the first session on its outcome, got before something died. */
  private enum Cut {
    BEFORE_ANYTHING,
    ASKED,
    RESPONDER_STORED,
    BOTH_STORED,
    INITIATOR_PROMOTED,
    FINISHED
  }

  /** Both ends as their stores hold them. */
  private record Pair(Relationship initiator, Relationship responder) {

    static Pair paired() {
      Twins first = Twins.make(1);
      Relationship initiator = Samples.relationship(Role.INITIATOR);
      return new Pair(
          withCurrent(initiator, Role.INITIATOR, first.initiators),
          withCurrent(initiator, Role.RESPONDER, first.responders));
    }

    private static Relationship withCurrent(Relationship like, Role role, Generation current) {
      return new Relationship(
          like.id(),
          role,
          like.peer(),
          like.peerName(),
          current,
          Optional.empty(),
          like.grants(),
          like.pairedAt(),
          like.highWater(),
          0);
    }

    /** A renewal inside a session that was open all along, until it is cut. */
    Pair renew(Cut cut) {
      Pair now = this;
      if (cut.compareTo(Cut.ASKED) >= 0) {
        now = new Pair(Renewal.beforeAsking(initiator), responder);
      }
      Twins next = Twins.make(now.initiator.current().number() + 1);
      if (cut.compareTo(Cut.RESPONDER_STORED) >= 0) {
        Optional<Relationship> stored = Renewal.agreed(now.responder, next.responders);
        if (stored.isEmpty()) {
          return now;
        }
        now = new Pair(now.initiator, stored.get());
      }
      if (cut.compareTo(Cut.BOTH_STORED) >= 0) {
        Relationship stored = Renewal.agreed(now.initiator, next.initiators).orElseThrow();
        now = new Pair(stored, now.responder);
      }
      return cut.compareTo(Cut.BOTH_STORED) >= 0 ? now.firstSession(cut) : now;
    }

    Pair firstSession(Cut cut) {
      Pair now = this;
      Generation used = initiator.preferred();
      if (cut.compareTo(Cut.INITIATOR_PROMOTED) >= 0) {
        now = new Pair(Renewal.used(now.initiator, used).orElseThrow(), now.responder);
      }
      if (cut.compareTo(Cut.FINISHED) >= 0) {
        Generation same = sharedBy(now.responder, used).orElseThrow();
        now = new Pair(now.initiator, Renewal.used(now.responder, same).orElseThrow());
      }
      return now;
    }

    void requireInTouch(String how) {
      Generation wanted = initiator.preferred();
      Generation accepted =
          sharedBy(responder, wanted)
              .orElseThrow(() -> new AssertionError("stranded after " + how));
      assertTrue(accepted.psk().equalsConstantTime(wanted.psk()), how);
    }

    private static Optional<Generation> sharedBy(Relationship responder, Generation wanted) {
      return Renewal.generations(responder).stream()
          .filter(one -> one.number() == wanted.number())
          .filter(one -> one.peerStatic().equals(wanted.ownStatic().publicKey()))
          .filter(one -> wanted.peerStatic().equals(one.ownStatic().publicKey()))
          .findFirst();
    }
  }

  /** One generation, as each of the two ends holds it. */
  private record Twins(Generation initiators, Generation responders) {

    static Twins make(int number) {
      DhKeyPair initiator = DhKeyPair.generate(Samples.RANDOM);
      DhKeyPair responder = DhKeyPair.generate(Samples.RANDOM);
      SecretBytes psk = SecretBytes.takeAndWipe(Samples.bytes(Generation.PSK_LENGTH));
      return new Twins(
          half(number, initiator, responder, psk), half(number, responder, initiator, psk));
    }

    private static Generation half(int number, DhKeyPair own, DhKeyPair peer, SecretBytes psk) {
      return new Generation(
          number, own, peer.publicKey(), psk, Samples.NOW, Samples.NOW.plus(Samples.LIFETIME));
    }
  }

  @Test
  void leavesAUsableGenerationAfterEveryCut() {
    for (Cut cut : Cut.values()) {
      Pair after = Pair.paired().renew(cut);
      after.requireInTouch(cut.name());
      boolean responderStored = cut.compareTo(Cut.RESPONDER_STORED) >= 0;
      boolean initiatorStored = cut.compareTo(Cut.BOTH_STORED) >= 0;
      assertEquals(initiatorStored ? 2 : 1, after.initiator().preferred().number(), cut.name());
      assertEquals(responderStored ? 2 : 1, after.responder().preferred().number(), cut.name());
      assertEquals(
          responderStored && cut != Cut.FINISHED, after.responder().next().isPresent(), cut.name());
    }
  }

  @Test
  void leavesAUsableGenerationAfterAnyThreeRenewalsCutAnywhere() {
    Set<String> seen = new HashSet<>();
    for (Cut first : Cut.values()) {
      Pair afterFirst = Pair.paired().renew(first);
      for (Cut second : Cut.values()) {
        for (Pair beforeSecond : List.of(afterFirst, afterFirst.firstSession(Cut.FINISHED))) {
          Pair afterSecond = beforeSecond.renew(second);
          for (Cut third : Cut.values()) {
            Pair afterThird = afterSecond.renew(third);
            String how = first + ", " + second + ", " + third;
            afterThird.requireInTouch(how);
            Pair session = afterThird.firstSession(Cut.FINISHED);
            session.requireInTouch(how + " and a session");
            Pair renewed = session.renew(Cut.FINISHED);
            renewed.requireInTouch(how + ", a session and a whole renewal");
            assertEquals(Optional.empty(), renewed.responder().next(), how);
            seen.add(how);
          }
        }
      }
    }
    assertEquals(216, seen.size());
  }

  @Test
  void strandsNobodyWhenAConnectionAndARepeatedRenewalRace() {
    Pair renewed = Pair.paired().renew(Cut.BOTH_STORED);
    Generation dialled = renewed.initiator().preferred();
    Pair asking = new Pair(Renewal.beforeAsking(renewed.initiator()), renewed.responder());
    assertEquals(Optional.empty(), Renewal.used(asking.initiator(), dialled));
    List<Pair> outcomes = new ArrayList<>();
    outcomes.add(asking);
    outcomes.add(asking.renew(Cut.RESPONDER_STORED));
    outcomes.add(asking.renew(Cut.BOTH_STORED));
    outcomes.forEach(outcome -> outcome.requireInTouch("a race"));
  }
}
