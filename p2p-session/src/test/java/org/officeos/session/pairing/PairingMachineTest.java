package org.officeos.session.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.Role;

/** Pairings between two honest ends: consent, refusal, storing, cuts. */
class PairingMachineTest {

  private static PairedPeer settled(PairingEnd end) {
    return Objects.requireNonNull(end.settled, () -> "failed with " + end.failure);
  }

  private static void assertNothingIsLeft(PairingEnd end) {
    assertTrue(end.stored.isEmpty());
    assertTrue(end.ownStatic.privateKey().isDestroyed());
    assertNull(end.settled);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void bothEndsAgreeWhoeverConfirmsFirst(int first) throws Exception {
    PairingEnd[] ends =
        PairingEnd.twoEnds(
            new PairingSelf("Küche 🎮", 90, Instant.parse("2026-11-22T10:00:00.987Z")),
            new PairingSelf("laptop", 30, Instant.parse("2026-11-22T11:00:00Z")));
    ends[0].start();
    ends[1].start();
    PairingEnd.exchange(ends[0], ends[1]);
    assertNotNull(ends[0].digits);
    assertEquals(ends[0].digits, ends[1].digits);
    assertFalse(ends[0].over());

    ends[first].confirm(true);
    PairingEnd.exchange(ends[0], ends[1]);
    assertFalse(ends[0].over() || ends[1].over());
    assertTrue(ends[0].stored.isEmpty() && ends[1].stored.isEmpty());

    ends[1 - first].confirm(true);
    PairingEnd.exchange(ends[0], ends[1]);
    PairedPeer atInitiator = settled(ends[0]);
    PairedPeer atResponder = settled(ends[1]);
    assertEquals(atInitiator.id(), atResponder.id());
    assertEquals(List.of(atInitiator.id()), ends[0].stored);
    assertEquals(List.of(atInitiator.id()), ends[1].stored);
    assertTrue(atInitiator.psk().equalsConstantTime(atResponder.psk()));
    assertFalse(atInitiator.psk().equalsConstantTime(ends[0].keys.exporter()));
    assertEquals(ends[1].identity.publicKey(), atInitiator.peer());
    assertEquals(ends[0].identity.publicKey(), atResponder.peer());
    assertEquals("laptop", atInitiator.peerName());
    assertEquals("Küche 🎮", atResponder.peerName());
    assertEquals(Duration.ofDays(30), atInitiator.lifetime());
    assertEquals(Duration.ofDays(30), atResponder.lifetime());
    assertEquals(ends[1].ownStatic.publicKey(), atInitiator.peerStatic());
    assertEquals(ends[0].ownStatic.publicKey(), atResponder.peerStatic());
  }

  @Test
  void theRelationshipIsReadyToStore() throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    ends[0].confirm(true);
    ends[1].confirm(true);
    PairingEnd.exchange(ends[0], ends[1]);
    Relationship relationship = settled(ends[1]).toRelationship(new TreeSet<>(List.of("image")));
    assertEquals(Role.RESPONDER, relationship.role());
    assertEquals(1, relationship.current().number());
    assertEquals(PairingEnd.CREATED, relationship.pairedAt());
    assertEquals(PairingEnd.CREATED.plus(Duration.ofDays(30)), relationship.expires());
    assertEquals(0, relationship.nextTag());
    assertEquals(new TreeSet<>(List.of("image")), relationship.grants());
    assertFalse(relationship.current().ownStatic().privateKey().isDestroyed());
  }

  @Test
  void theMessagesMayCross() throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    ends[0].confirm(true);
    ends[1].confirm(true);
    byte[] identOfInitiator = ends[0].outgoing.remove();
    byte[] identOfResponder = ends[1].outgoing.remove();
    ends[0].take(identOfResponder);
    ends[1].take(identOfInitiator);
    byte[] acceptOfInitiator = ends[0].outgoing.remove();
    ends[0].take(ends[1].outgoing.remove());
    ends[1].take(acceptOfInitiator);
    PairingEnd.exchange(ends[0], ends[1]);
    assertEquals(settled(ends[0]).id(), settled(ends[1]).id());
  }

  @Test
  void nothingOfThisDeviceIsSentBeforeItsPersonAgrees() throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    ends[0].confirm(true);
    PairingEnd.exchange(ends[0], ends[1]);
    assertTrue(ends[1].outgoing.isEmpty());
    assertFalse(ends[1].over());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aCodeDeclinedOnEitherSideLeavesNothingOnBoth(int decliner) throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    ends[1 - decliner].confirm(true);
    PairingEnd.exchange(ends[0], ends[1]);
    ends[decliner].confirm(false);
    PairingEnd.exchange(ends[0], ends[1]);
    assertEquals(PairingReason.NOT_CONFIRMED_HERE, ends[decliner].failure);
    assertEquals(PairingReason.NOT_CONFIRMED_BY_PEER, ends[1 - decliner].failure);
    assertNothingIsLeft(ends[0]);
    assertNothingIsLeft(ends[1]);
    ends[1 - decliner].confirm(true);
    ends[decliner].confirm(true);
    assertTrue(ends[0].outgoing.isEmpty() && ends[1].outgoing.isEmpty());
  }

  @Test
  void aSecondAnswerChangesNothing() throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    ends[0].confirm(true);
    ends[0].confirm(false);
    ends[0].confirm(true);
    assertEquals(1, ends[0].outgoing.size());
    assertFalse(ends[0].over());
  }

  @Test
  void aResponderThatCannotStoreLeavesNothingOnBoth() throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    ends[1].storeWorks = false;
    ends[0].confirm(true);
    ends[1].confirm(true);
    PairingEnd.exchange(ends[0], ends[1]);
    assertEquals(PairingReason.STORE_AT_PEER, ends[0].failure);
    assertEquals(PairingReason.STORE_HERE, ends[1].failure);
    assertNothingIsLeft(ends[0]);
    assertNothingIsLeft(ends[1]);
  }

  @Test
  void anInitiatorThatCannotStoreMakesTheResponderUndo() throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    ends[0].storeWorks = false;
    ends[0].confirm(true);
    ends[1].confirm(true);
    PairingEnd.exchange(ends[0], ends[1]);
    assertEquals(PairingReason.STORE_HERE, ends[0].failure);
    assertEquals(PairingReason.STORE_AT_PEER, ends[1].failure);
    assertNothingIsLeft(ends[0]);
    assertNothingIsLeft(ends[1]);
  }

  /** Delivers {@code delivered} messages after the digits were shown, then cuts both ends. */
  private static PairingEnd[] cutAfter(int delivered) throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    ends[0].confirm(true);
    ends[1].confirm(true);
    for (int i = 0; i < delivered; i++) {
      int from = ends[i % 2].outgoing.isEmpty() ? 1 - i % 2 : i % 2;
      ends[1 - from].take(ends[from].outgoing.remove());
    }
    ends[0].cut();
    ends[1].cut();
    return ends;
  }

  @Test
  void noCutLeavesAnInitiatorThatIsPairedAlone() throws Exception {
    int onNeither = 0;
    int onResponderOnly = 0;
    int onBoth = 0;
    for (int delivered = 0; delivered <= 6; delivered++) {
      PairingEnd[] ends = cutAfter(delivered);
      assertTrue(ends[0].over() && ends[1].over());
      boolean atInitiator = !ends[0].stored.isEmpty();
      boolean atResponder = !ends[1].stored.isEmpty();
      assertTrue(atResponder || !atInitiator, "after " + delivered);
      if (atInitiator) {
        onBoth++;
        assertEquals(ends[0].stored, ends[1].stored);
      } else if (atResponder) {
        onResponderOnly++;
        assertEquals(PairingReason.CUT, ends[0].failure);
        assertEquals(PairingReason.CUT_BEFORE_DONE, ends[1].failure);
        assertNothingIsLeft(ends[0]);
      } else {
        onNeither++;
        assertNothingIsLeft(ends[0]);
        assertNothingIsLeft(ends[1]);
      }
    }
    assertEquals(List.of(3, 2, 2), List.of(onNeither, onResponderOnly, onBoth));
  }

  @Test
  void anInitiatorThatIsStoringFinishesThoughTheConnectionIsGone() throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    ends[0].storesAtOnce = false;
    ends[0].confirm(true);
    ends[1].confirm(true);
    PairingEnd.exchange(ends[0], ends[1]);
    ends[0].cut();
    ends[1].cut();
    assertFalse(ends[0].over());
    ends[0].finishStoring();
    assertEquals(List.of(settled(ends[0]).id()), ends[0].stored);
    assertEquals(ends[0].stored, ends[1].stored);
    assertEquals(PairingReason.CUT_BEFORE_DONE, ends[1].failure);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aResponderThatIsCutWhileStoringUndoes(boolean works) throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    ends[1].storesAtOnce = false;
    ends[1].storeWorks = works;
    ends[0].confirm(true);
    ends[1].confirm(true);
    PairingEnd.exchange(ends[0], ends[1]);
    ends[1].cut();
    assertEquals(PairingReason.CUT, ends[1].failure);
    assertFalse(ends[1].ownStatic.privateKey().isDestroyed());
    ends[1].finishStoring();
    assertNothingIsLeft(ends[1]);
  }

  @Test
  void afterTheEndNothingHappens() throws Exception {
    PairingEnd[] ends = cutAfter(0);
    for (PairingEnd end : ends) {
      end.outgoing.clear();
      end.take(new byte[] {6});
      end.cut();
      end.confirm(true);
      assertTrue(end.outgoing.isEmpty());
      assertEquals(PairingReason.CUT, end.failure);
    }
  }

  @Test
  void everyPairingHasItsOwnIdCodeAndKey() throws Exception {
    PairingEnd[] one = PairingEnd.comparing();
    PairingEnd[] two = PairingEnd.comparing();
    for (PairingEnd[] ends : List.of(one, two)) {
      ends[0].confirm(true);
      ends[1].confirm(true);
      PairingEnd.exchange(ends[0], ends[1]);
    }
    assertNotEquals(settled(one[0]).id(), settled(two[0]).id());
    assertFalse(settled(one[0]).psk().equalsConstantTime(settled(two[0]).psk()));
  }

  @Test
  void nobodyCanConfirmACodeThatWasNotShown() throws Exception {
    PairingEnd[] ends = PairingEnd.twoEnds();
    assertThrows(IllegalStateException.class, () -> ends[0].confirm(true));
    ends[0].start();
    assertThrows(IllegalStateException.class, () -> ends[0].confirm(true));
    assertThrows(IllegalStateException.class, () -> ends[0].start());
    assertThrows(IllegalStateException.class, () -> ends[0].machine.onStored(true));
  }

  @Test
  void nothingPrintsASecretOrAName() throws Exception {
    PairingEnd[] ends = PairingEnd.comparing();
    ends[0].confirm(true);
    ends[1].confirm(true);
    PairingEnd.exchange(ends[0], ends[1]);
    assertEquals("paired peer " + settled(ends[0]).id().shortName(), settled(ends[0]).toString());
    PairingStep step = PairingStep.nothing().withDigits("123456").withSettled(settled(ends[0]));
    assertEquals("pairing step: sends 0, settled", step.toString());
  }
}
