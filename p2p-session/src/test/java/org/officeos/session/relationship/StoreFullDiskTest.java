package org.officeos.session.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.officeos.session.relationship.RelationshipStoreContract.assertFails;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.session.relationship.StoreException.Reason;
import org.officeos.session.testing.SettableClock;

/**
 * A store on a file system of 64 KiB that is really full. Takes root and mount(8), and says so
 * where it is skipped; {@link StoreFaultTest} does the same with a file system that only pretends.
 */
class StoreFullDiskTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path place;

  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    assumeTrue(new RealFileOps().ownUid() == 0, "mounting a small file system takes root");
    mounted =
        run("mount", "-t", "tmpfs", "-o", "size=64k,mode=700", "tmpfs", place.toString()) == 0;
    assumeTrue(mounted, "this machine lets nobody mount a tmpfs");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertEquals(0, run("umount", place.toString()));
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    return process.exitValue();
  }

  @Test
  void changesNothingOnAFullDiskAndCanStillErase() throws Exception {
    try (RelationshipStore store =
        FileRelationshipStore.open(
            place.resolve("store"), SettableClock.atNoon(), Samples.RANDOM)) {
      List<RelationshipId> stored = fill(store);
      assertTrue(stored.size() >= 3, stored.size() + " fit");
      RelationshipId first = stored.get(0);
      assertFails(Reason.DISK_FULL, () -> store.takeTagCounter(first));
      assertFails(Reason.DISK_FULL, () -> store.update(first, before -> before.withNextTag(9)));
      assertEquals(0, store.find(first).orElseThrow().nextTag());
      assertEquals(
          stored.stream().sorted().toList(), store.all().stream().map(Relationship::id).toList());
      try (RelationshipStore second =
          FileRelationshipStore.open(
              place.resolve("store"), SettableClock.atNoon(), Samples.RANDOM)) {
        assertEquals(stored.size(), second.all().size());
      }
      store.erase(first, EndedPeer.Why.REVOKED_HERE, Samples.NOW);
      assertEquals(List.of(first), store.endedPeers().stream().map(EndedPeer::id).toList());
      assertEquals(stored.size() - 1, store.all().size());
      store.erase(stored.get(1), EndedPeer.Why.REVOKED_HERE, Samples.NOW);
      Files.delete(place.resolve("ballast"));
      assertEquals(0, store.takeTagCounter(stored.get(2)));
    }
  }

  /** Some ballast to throw off later, then relationships until no more fits. */
  private List<RelationshipId> fill(RelationshipStore store) throws IOException {
    Files.write(place.resolve("ballast"), new byte[8 * 1024]);
    List<RelationshipId> stored = new ArrayList<>();
    try {
      while (true) {
        Relationship one = Samples.relationship(Role.INITIATOR);
        store.add(one);
        stored.add(one.id());
      }
    } catch (StoreException e) {
      assertEquals(Reason.DISK_FULL, e.reason());
    }
    return stored;
  }
}
