package org.officeos.session.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.session.testing.SettableClock;

/**
 * Processes on one store: side by side, and killed with SIGKILL at random instants. In memory where
 * possible: what a killed process wrote stays, whatever the file system is made of.
 */
class StoreKillTest {

  private static final int ROUNDS = 13;
  private static final Duration LONGEST_WAIT = Duration.ofMillis(150);

  @SuppressWarnings("NullAway.Init")
  @TempDir(factory = MemoryBacked.class)
  Path place;

  private final Relationship initiator = Samples.relationship(Role.INITIATOR);
  private final Relationship counted =
      Samples.relationship(Role.RESPONDER).withGrants(new TreeSet<>(List.of("0")));

  private final Set<Long> takenCounters = new HashSet<>();
  private int confirmedCount;

  @Test
  void losesNothingThatWasSaidToBeDoneWhenKilled() throws Exception {
    Path folder = place.resolve("store");
    prepare(folder);
    Random random = new Random(20261122);
    int done = 0;
    for (int round = 0; round < ROUNDS; round++) {
      try (HammerProcess one = hammer(folder, random.nextLong(), Integer.MAX_VALUE);
          HammerProcess two = hammer(folder, random.nextLong(), Integer.MAX_VALUE)) {
        one.awaitReady();
        two.awaitReady();
        List<String> said = new ArrayList<>();
        for (HammerProcess doomed : List.of(one, two)) {
          TimeUnit.MICROSECONDS.sleep(random.nextInt((int) LONGEST_WAIT.toMillis() * 1000));
          said.addAll(doomed.kill());
        }
        done += said.size() - 2;
        try (RelationshipStore store = open(folder)) {
          assertNoLeftovers(folder);
          assertEquals(List.of(), store.unusable());
          require(store, said);
        }
      }
    }
    assertTrue(done > ROUNDS, "the processes did " + done + " things before they were killed");
  }

  @Test
  void losesNoUpdateOfTwoProcessesThatWriteAtOnce() throws Exception {
    Path folder = place.resolve("store");
    prepare(folder);
    List<String> said = new ArrayList<>();
    try (HammerProcess one = hammer(folder, 1, 120);
        HammerProcess two = hammer(folder, 2, 120)) {
      said.addAll(one.finish());
      assertEquals("finished", said.get(said.size() - 1));
      said.addAll(two.finish());
      assertEquals("finished", said.get(said.size() - 1));
    }
    List<Long> counts = numbers(said, "count ");
    List<Long> counters = numbers(said, "counter ");
    try (RelationshipStore store = open(folder)) {
      assertEquals(counts.size(), new HashSet<>(counts).size());
      assertEquals(counts.size(), StoreHammer.count(store.find(counted.id()).orElseThrow()));
      assertEquals(counters.size(), new HashSet<>(counters).size());
      assertTrue(counters.size() > 20 && counts.size() > 20, said.size() + " lines");
      assertEquals(2, store.all().size());
      assertEquals(
          said.stream().filter(line -> line.startsWith("ended ")).count(),
          store.endedPeers().size());
    }
  }

  private void require(RelationshipStore store, List<String> said) throws StoreException {
    assertTrue(said.stream().noneMatch(line -> line.startsWith("failed")), said::toString);
    Relationship initiators = store.find(initiator.id()).orElseThrow();
    for (long counter : numbers(said, "counter ")) {
      assertTrue(takenCounters.add(counter), counter + " was handed out twice");
      assertTrue(counter < initiators.nextTag(), counter + " was not on the disk");
    }
    int count = StoreHammer.count(store.find(counted.id()).orElseThrow());
    int least =
        numbers(said, "count ").stream().mapToInt(Long::intValue).max().orElse(confirmedCount);
    assertTrue(count >= least && count <= least + 2, count + " after " + least);
    confirmedCount = count;
    Set<String> inForce =
        store.all().stream().map(one -> one.id().toString()).collect(Collectors.toSet());
    Set<String> ended =
        store.endedPeers().stream().map(one -> one.id().toString()).collect(Collectors.toSet());
    for (String id : ids(said, "added ")) {
      boolean mayHaveEnded = said.contains("replacing " + id) || said.contains("erasing " + id);
      assertTrue(inForce.contains(id) || (mayHaveEnded && ended.contains(id)), id);
      assertFalse(inForce.contains(id) && ended.contains(id), id);
    }
    for (String id : ids(said, "ended ")) {
      assertTrue(ended.contains(id) && !inForce.contains(id), id);
    }
  }

  private static List<String> ids(List<String> said, String what) {
    return said.stream()
        .filter(line -> line.startsWith(what))
        .map(line -> line.substring(what.length()))
        .toList();
  }

  private static List<Long> numbers(List<String> said, String what) {
    return ids(said, what).stream().map(Long::valueOf).toList();
  }

  private void prepare(Path folder) throws StoreException {
    try (RelationshipStore store = open(folder)) {
      store.add(initiator);
      store.add(counted);
    }
  }

  private HammerProcess hammer(Path folder, long seed, int rounds) throws IOException {
    return new HammerProcess(folder, seed, rounds, initiator.id(), counted.id());
  }

  private static RelationshipStore open(Path folder) throws StoreException {
    return FileRelationshipStore.open(folder, SettableClock.atNoon(), Samples.RANDOM);
  }

  private static void assertNoLeftovers(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".tmp")).toList());
    }
  }
}
