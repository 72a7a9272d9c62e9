package org.officeos.session.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.officeos.session.crypto.PeerIdentity;
import org.officeos.session.relationship.StoreException.Reason;
import org.officeos.session.testing.SettableClock;

/** Every step of every change fails, in every way: what is stored is the old state or the new. */
class StoreFaultTest {

  private static final int MORE_STEPS_THAN_ANY_CHANGE_HAS = 60;

  @SuppressWarnings("NullAway.Init")
  @TempDir(factory = MemoryBacked.class)
  Path place;

  private int folders;

  private final PeerIdentity peer = Samples.peer();
  private final Relationship first =
      Samples.relationship(Role.INITIATOR, peer).withNext(Samples.generation(2));
  private final Relationship other = Samples.relationship(Role.INITIATOR);
  private final Relationship fresh = Samples.relationship(Role.INITIATOR);
  private final Relationship replacing = Samples.relationship(Role.INITIATOR, peer);

  /** A change that may be cut off anywhere. */
  @FunctionalInterface
  private interface Change {
    void run(RelationshipStore store) throws StoreException;
  }

  /** Everything a reader can see. */
  private record State(Set<String> inForce, List<EndedPeer> ended) {

    static State of(RelationshipStore store) throws StoreException {
      Set<String> inForce = new TreeSet<>();
      for (Relationship relationship : store.all()) {
        inForce.add(HexFormat.of().formatHex(RelationshipAssert.content(relationship)));
      }
      assertEquals(List.of(), store.unusable());
      return new State(inForce, store.endedPeers());
    }
  }

  @ParameterizedTest
  @EnumSource
  void holdsOldOrNewStateWhateverFailsInAnAddition(FaultyFileOps.Fault fault) throws Exception {
    strikeEverywhere(fault, store -> store.add(fresh));
  }

  @ParameterizedTest
  @EnumSource
  void holdsOldOrNewStateWhateverFailsInAReplacement(FaultyFileOps.Fault fault) throws Exception {
    strikeEverywhere(fault, store -> store.add(replacing));
  }

  @ParameterizedTest
  @EnumSource
  void holdsOldOrNewStateWhateverFailsInAPromotion(FaultyFileOps.Fault fault) throws Exception {
    strikeEverywhere(fault, store -> store.update(first.id(), Relationship::promoted));
  }

  @ParameterizedTest
  @EnumSource
  void holdsOldOrNewStateWhateverFailsInTakingACounter(FaultyFileOps.Fault fault) throws Exception {
    strikeEverywhere(fault, store -> store.takeTagCounter(first.id()));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FULL_FROM_HERE")
  void holdsOldOrNewStateWhateverFailsInAnErasure(FaultyFileOps.Fault fault) throws Exception {
    strikeEverywhere(
        fault, store -> store.erase(first.id(), EndedPeer.Why.REVOKED_HERE, Samples.NOW));
  }

  private void strikeEverywhere(FaultyFileOps.Fault fault, Change change) throws Exception {
    State before = stateAfter(store -> {});
    State after = stateAfter(change);
    int strikes = 0;
    for (int at = 1; at <= MORE_STEPS_THAN_ANY_CHANGE_HAS; at++) {
      Path folder = prepared();
      FaultyFileOps ops = new FaultyFileOps(fault, at);
      try (RelationshipStore store = open(folder, ops)) {
        ops.arm();
        String how;
        try {
          change.run(store);
          how = "done " + ops.steps();
        } catch (StoreException e) {
          how = e.reason() + " after " + ops.steps();
          Reason expected =
              fault == FaultyFileOps.Fault.FULL_FROM_HERE ? Reason.DISK_FULL : Reason.IO;
          assertEquals(expected, e.reason(), how);
          if (expected == Reason.DISK_FULL) {
            assertEquals(before, seenBy(store, ops), how);
          }
        }
        boolean struck = ops.struck();
        requireEither(before, after, seenBy(store, ops), true, how);
        try (RelationshipStore later = open(folder, new RealFileOps())) {
          requireEither(before, after, State.of(later), false, how);
          assertNoLeftovers(folder);
        }
        if (!struck) {
          assertTrue(strikes >= 3, "a change has several steps: " + ops.steps());
          return;
        }
        strikes++;
      }
    }
    throw new AssertionError("a change that never ends");
  }

  private static State seenBy(RelationshipStore store, FaultyFileOps ops) throws StoreException {
    ops.mend();
    return State.of(store);
  }

  /** While the struck process lives it may see both an older relationship and its replacement. */
  private static void requireEither(
      State before, State after, State seen, boolean unfinished, String how) {
    boolean either = seen.equals(before) || seen.equals(after);
    boolean both =
        unfinished
            && seen.inForce().containsAll(before.inForce())
            && seen.inForce().containsAll(after.inForce());
    assertTrue(either || both, how);
  }

  private State stateAfter(Change change) throws Exception {
    try (RelationshipStore store = open(prepared(), new RealFileOps())) {
      change.run(store);
      return State.of(store);
    }
  }

  private Path prepared() throws StoreException {
    Path folder = place.resolve("store" + folders++);
    try (RelationshipStore store = open(folder, new RealFileOps())) {
      store.add(first);
      store.add(other);
    }
    return folder;
  }

  private static RelationshipStore open(Path folder, FileOps ops) throws StoreException {
    return StoreOpening.open(
        folder, ops, SettableClock.atNoon(), Samples.RANDOM, Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @EnumSource
  void opensAfterAFirstOpeningThatFailedAnywhere(FaultyFileOps.Fault fault) throws Exception {
    for (int at = 1; at <= MORE_STEPS_THAN_ANY_CHANGE_HAS; at++) {
      Path folder = place.resolve("fresh" + at);
      FaultyFileOps ops = new FaultyFileOps(fault, at);
      ops.arm();
      try (RelationshipStore store = open(folder, ops)) {
        store.identity();
      } catch (StoreException e) {
        assertTrue(ops.struck(), e.getMessage());
      }
      try (RelationshipStore store = open(folder, new RealFileOps())) {
        assertEquals(List.of(), store.all());
        assertNoLeftovers(folder);
      }
      if (!ops.struck()) {
        assertTrue(at > 6, "an opening has several steps: " + ops.steps());
        return;
      }
    }
    throw new AssertionError("an opening that never ends");
  }

  @Test
  void erasesOnAFullDiskAndSaysSoWhenThereIsNoRoomForTheTombstone() throws Exception {
    Path folder = prepared();
    FaultyFileOps ops = new FaultyFileOps(FaultyFileOps.Fault.FULL_FROM_HERE, 1);
    try (RelationshipStore store = open(folder, ops)) {
      ops.arm();
      StoreException thrown =
          assertThrows(
              StoreException.class,
              () -> store.erase(first.id(), EndedPeer.Why.REVOKED_HERE, Samples.NOW));
      assertEquals(Reason.DISK_FULL, thrown.reason());
      assertEquals(List.of(other.id()), store.all().stream().map(Relationship::id).toList());
      assertEquals(List.of(), store.endedPeers());
    }
  }

  @Test
  void overwritesWhatAnUpdateAndAnErasureDrop() throws Exception {
    Path folder = prepared();
    FaultyFileOps ops =
        new FaultyFileOps(FaultyFileOps.Fault.REFUSED, MORE_STEPS_THAN_ANY_CHANGE_HAS);
    try (RelationshipStore store = open(folder, ops)) {
      ops.arm();
      store.update(first.id(), Relationship::promoted);
      assertEquals(List.of("writeNew", "hold", "rename", "syncFolder", "wipe"), shown(ops));
      ops.arm();
      store.takeTagCounter(first.id());
      assertEquals(List.of("writeNew", "rename", "syncFolder"), shown(ops));
      ops.arm();
      store.erase(first.id(), EndedPeer.Why.EXPIRED, Samples.NOW);
      assertEquals(
          List.of("writeNew", "rename", "syncFolder", "hold", "wipe", "delete", "syncFolder"),
          shown(ops));
    }
  }

  private static List<String> shown(FaultyFileOps ops) {
    return ops.steps().stream()
        .filter(step -> !List.of("read", "list", "setModified").contains(step))
        .toList();
  }

  private static void assertNoLeftovers(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".tmp")).toList());
    }
  }
}
