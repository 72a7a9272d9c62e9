package org.officeos.session.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.session.crypto.PeerIdentity;
import org.officeos.session.relationship.StoreException.Reason;
import org.officeos.session.testing.SettableClock;

/** What every store promises, whatever it is made of. */
abstract class RelationshipStoreContract {

  final SettableClock clock = SettableClock.atNoon();
  private RelationshipStore store;

  abstract RelationshipStore open() throws StoreException;

  @BeforeEach
  void openTheStore() throws StoreException {
    store = open();
  }

  @AfterEach
  void closeTheStore() {
    store.close();
  }

  @Test
  void findsWhatWasAddedAndNothingElse() throws StoreException {
    Relationship added = Samples.relationship(Role.INITIATOR);
    store.add(added);
    RelationshipAssert.assertSameContent(added, store.find(added.id()).orElseThrow());
    assertEquals(Optional.empty(), store.find(Samples.id()));
  }

  @Test
  void listsAllInTheOrderOfTheirIds() throws StoreException {
    List<RelationshipId> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Relationship added = Samples.relationship(Role.RESPONDER);
      ids.add(added.id());
      store.add(added);
    }
    ids.sort(null);
    assertEquals(ids, store.all().stream().map(Relationship::id).toList());
    assertEquals(List.of(), store.unusable());
  }

  @Test
  void refusesAnIdThatIsThereAlready() throws StoreException {
    Relationship added = Samples.relationship(Role.INITIATOR);
    store.add(added);
    assertFails(Reason.ALREADY_THERE, () -> store.add(added));
  }

  @Test
  void refusesAnIdThatEnded() throws StoreException {
    Relationship added = Samples.relationship(Role.INITIATOR);
    store.add(added);
    store.erase(added.id(), EndedPeer.Why.REVOKED_HERE, Samples.NOW);
    assertFails(Reason.ALREADY_THERE, () -> store.add(added));
    assertEquals(List.of(), store.all());
  }

  @Test
  void keepsWhatAnUpdateMakes() throws StoreException {
    Relationship added = Samples.relationship(Role.RESPONDER);
    store.add(added);
    Generation agreed = Samples.generation(2);
    Relationship updated =
        store.update(
            added.id(),
            before ->
                before
                    .withNext(agreed)
                    .withGrants(new TreeSet<>(Set.of("a", "b")))
                    .withNextTag(7)
                    .seenAt(Samples.NOW.plusSeconds(60)));
    Relationship found = store.find(added.id()).orElseThrow();
    RelationshipAssert.assertSameContent(updated, found);
    assertEquals(7, found.nextTag());
    assertTrue(found.next().orElseThrow().isSameAs(agreed));
    assertEquals(Set.of("a", "b"), found.grants());
  }

  @Test
  void promotesTheNextGeneration() throws StoreException {
    Relationship added = Samples.relationship(Role.RESPONDER);
    store.add(added);
    Generation agreed = Samples.generation(2);
    store.update(added.id(), before -> before.withNext(agreed));
    store.update(added.id(), Relationship::promoted);
    Relationship found = store.find(added.id()).orElseThrow();
    assertTrue(found.current().isSameAs(agreed));
    assertEquals(Optional.empty(), found.next());
  }

  @Test
  void refusesToUpdateWhatIsNotThere() {
    assertFails(Reason.UNKNOWN, () -> store.update(Samples.id(), before -> before));
    assertFails(Reason.UNKNOWN, () -> store.takeTagCounter(Samples.id()));
    assertFails(Reason.UNKNOWN, () -> store.confirmTags(Samples.id()));
  }

  @Test
  void changesNothingWhenTheChangeThrows() throws StoreException {
    Relationship added = Samples.relationship(Role.RESPONDER);
    store.add(added);
    ArithmeticException thrown = new ArithmeticException("no");
    ArithmeticException caught =
        assertThrows(
            ArithmeticException.class,
            () ->
                store.update(
                    added.id(),
                    before -> {
                      throw thrown;
                    }));
    assertSame(thrown, caught);
    RelationshipAssert.assertSameContent(added, store.find(added.id()).orElseThrow());
  }

  @Test
  void refusesAChangeThatTurnsATagCounterBack() throws StoreException {
    Relationship added = Samples.relationship(Role.RESPONDER).withNextTag(9);
    store.add(added);
    assertThrows(
        IllegalArgumentException.class,
        () -> store.update(added.id(), before -> before.withNextTag(8)));
    assertEquals(9, store.find(added.id()).orElseThrow().nextTag());
  }

  @Test
  void refusesAChangeThatWritesToTheStore() throws StoreException {
    Relationship added = Samples.relationship(Role.RESPONDER);
    store.add(added);
    assertThrows(
        IllegalStateException.class,
        () ->
            store.update(
                added.id(),
                before -> {
                  try {
                    store.takeTagCounter(added.id());
                    return before;
                  } catch (StoreException e) {
                    throw new AssertionError(e);
                  }
                }));
    assertEquals(0, store.takeTagCounter(added.id()));
  }

  @Test
  void handsOutEachTagCounterOnce() throws StoreException {
    Relationship added = Samples.relationship(Role.INITIATOR);
    store.add(added);
    for (long expected = 0; expected < 5; expected++) {
      assertEquals(expected, store.takeTagCounter(added.id()));
    }
    assertEquals(5, store.find(added.id()).orElseThrow().nextTag());
  }

  @Test
  void climbsTheRungsWhileNobodyAnswersAndStopsWhenSomebodyDoes() throws StoreException {
    Relationship added = Samples.relationship(Role.INITIATOR);
    store.add(added);
    List<Long> taken = new ArrayList<>();
    for (int i = 0; i < 34; i++) {
      taken.add(store.takeTagCounter(added.id()));
    }
    assertEquals(List.of(15L, 64L, 65L), taken.subList(15, 18));
    assertEquals(List.of(79L, 4096L, 4097L), taken.subList(31, 34));
    store.confirmTags(added.id());
    assertEquals(4098, store.takeTagCounter(added.id()));
    for (int i = 1; i < 16; i++) {
      assertEquals(4098 + i, store.takeTagCounter(added.id()));
    }
    assertEquals(4160, store.takeTagCounter(added.id()));
  }

  @Test
  void erasesAndKeepsThePeerPinned() throws StoreException {
    Relationship added = Samples.relationship(Role.INITIATOR);
    store.add(added);
    store.erase(added.id(), EndedPeer.Why.EXPIRED, Samples.NOW.plusSeconds(5));
    assertEquals(Optional.empty(), store.find(added.id()));
    assertEquals(List.of(), store.all());
    EndedPeer expected =
        new EndedPeer(
            added.id(),
            added.peer(),
            added.peerName(),
            EndedPeer.Why.EXPIRED,
            Samples.NOW.plusSeconds(5));
    assertEquals(List.of(expected), store.endedPeers());
    assertEquals(Optional.of(expected), store.endedPeer(added.peer()));
    assertEquals(Optional.empty(), store.endedPeer(Samples.peer()));
  }

  @Test
  void erasesOnceAndTheFirstReasonStays() throws StoreException {
    Relationship added = Samples.relationship(Role.INITIATOR);
    store.add(added);
    store.erase(added.id(), EndedPeer.Why.REVOKED_HERE, Samples.NOW);
    store.erase(added.id(), EndedPeer.Why.EXPIRED, Samples.NOW.plusSeconds(9));
    store.erase(Samples.id(), EndedPeer.Why.EXPIRED, Samples.NOW);
    assertEquals(
        List.of(EndedPeer.Why.REVOKED_HERE),
        store.endedPeers().stream().map(EndedPeer::why).toList());
  }

  @Test
  void listsEndedPeersNewestFirst() throws StoreException {
    for (int minutes : new int[] {2, 9, 5}) {
      Relationship added = Samples.relationship(Role.INITIATOR);
      store.add(added);
      store.erase(
          added.id(), EndedPeer.Why.REVOKED_BY_PEER, Samples.NOW.plus(Duration.ofMinutes(minutes)));
    }
    assertEquals(
        List.of(9L, 5L, 2L),
        store.endedPeers().stream()
            .map(ended -> Duration.between(Samples.NOW, ended.endedAt()).toMinutes())
            .toList());
  }

  @Test
  void replacesOlderRelationshipsWithTheSamePeer() throws StoreException {
    PeerIdentity peer = Samples.peer();
    Relationship older = Samples.relationship(Role.RESPONDER, peer);
    Relationship other = Samples.relationship(Role.RESPONDER);
    Relationship newer = Samples.relationship(Role.RESPONDER, peer);
    store.add(older);
    store.add(other);
    clock.advance(Duration.ofHours(3));
    store.add(newer);
    assertEquals(
        new TreeSet<>(List.of(other.id(), newer.id())),
        new TreeSet<>(store.all().stream().map(Relationship::id).toList()));
    EndedPeer replaced = store.endedPeer(peer).orElseThrow();
    assertEquals(older.id(), replaced.id());
    assertEquals(EndedPeer.Why.REPLACED, replaced.why());
    assertEquals(clock.instant(), replaced.endedAt());
  }

  @Test
  void losesNoUpdateOfSeveralThreads() throws Exception {
    Relationship added = Samples.relationship(Role.INITIATOR);
    store.add(added);
    Set<Long> taken = ConcurrentHashMap.newKeySet();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 10; i++) {
                  try {
                    taken.add(store.takeTagCounter(added.id()));
                    store.confirmTags(added.id());
                  } catch (StoreException e) {
                    throw new AssertionError(e);
                  }
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(40, taken.size());
    assertTrue(store.find(added.id()).orElseThrow().nextTag() >= 40);
  }

  @Test
  void refusesEverythingOnceClosed() {
    store.close();
    assertFails(Reason.IO, store::all);
    assertFails(Reason.IO, () -> store.find(Samples.id()));
    assertFails(Reason.IO, () -> store.add(Samples.relationship(Role.INITIATOR)));
    assertFails(Reason.IO, store::endedPeers);
  }

  static StoreException assertFails(Reason reason, org.junit.jupiter.api.function.Executable call) {
    StoreException thrown = assertThrows(StoreException.class, call);
    assertEquals(reason, thrown.reason(), thrown::getMessage);
    return thrown;
  }
}
