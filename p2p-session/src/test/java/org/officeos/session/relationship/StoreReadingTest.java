package org.officeos.session.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.session.testing.SettableClock;

/** What makes a look-up cheap: an unchanged file is never read twice, a changed one always is. */
class StoreReadingTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir(factory = MemoryBacked.class)
  Path place;

  private final Relationship stored = Samples.relationship(Role.RESPONDER);

  @Test
  void readsAFileOnceUntilItChanges() throws StoreException {
    FaultyFileOps counted = new FaultyFileOps(FaultyFileOps.Fault.REFUSED, Integer.MAX_VALUE);
    try (RelationshipStore store = open(new RealFileOps());
        RelationshipStore reader = open(counted)) {
      store.add(stored);
      counted.arm();
      Relationship found = reader.find(stored.id()).orElseThrow();
      for (int i = 0; i < 100; i++) {
        assertSame(found, reader.find(stored.id()).orElseThrow());
      }
      assertEquals(List.of("read"), counted.steps());
      store.update(stored.id(), before -> before.withNextTag(1));
      assertEquals(1, reader.find(stored.id()).orElseThrow().nextTag());
      assertEquals(List.of("read", "read"), counted.steps());
    }
  }

  @Test
  void seesEachOfManyQuickChangesOfAnotherProcess() throws StoreException {
    try (RelationshipStore writer = open(new RealFileOps());
        RelationshipStore reader = open(new RealFileOps())) {
      writer.add(stored.withNextTag(1000));
      for (long next = 1001; next < 1300; next++) {
        long counter = next;
        writer.update(stored.id(), before -> before.withNextTag(counter));
        assertEquals(counter, reader.find(stored.id()).orElseThrow().nextTag());
      }
    }
  }

  /**
   * The kernel's clock has steps, and inodes are used again: time alone must tell versions apart.
   */
  @Test
  void givesEachVersionALaterTimeEvenWhenTheClockRanBack() throws Exception {
    try (RelationshipStore store = open(new RealFileOps())) {
      store.add(stored);
      Path file = place.resolve("store").resolve(stored.id() + ".relationship");
      FileTime future = FileTime.from(Instant.parse("2100-01-01T00:00:00.123456Z"));
      Files.setLastModifiedTime(file, future);
      store.takeTagCounter(stored.id());
      FileTime first = Files.getLastModifiedTime(file);
      assertTrue(first.compareTo(future) > 0, first.toString());
      store.takeTagCounter(stored.id());
      assertTrue(Files.getLastModifiedTime(file).compareTo(first) > 0);
    }
  }

  @Test
  void readsAgainWhatSomebodyDestroyed() throws StoreException {
    try (RelationshipStore store = open(new RealFileOps())) {
      store.add(stored);
      Relationship found = store.find(stored.id()).orElseThrow();
      byte[] content = RelationshipAssert.content(found);
      found.current().destroy();
      Relationship again = store.find(stored.id()).orElseThrow();
      assertNotSame(found, again);
      assertEquals(
          java.util.HexFormat.of().formatHex(content),
          java.util.HexFormat.of().formatHex(RelationshipAssert.content(again)));
    }
  }

  private RelationshipStore open(FileOps ops) throws StoreException {
    return StoreOpening.open(
        place.resolve("store"), ops, SettableClock.atNoon(), Samples.RANDOM, Duration.ofSeconds(5));
  }
}
