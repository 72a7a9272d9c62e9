package org.officeos.session.relationship;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.officeos.session.relationship.RelationshipStoreContract.assertFails;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.officeos.session.relationship.StoreException.Reason;
import org.officeos.session.testing.SettableClock;

/** What the store on files refuses, and that it leaves alone what it refuses. */
class StoreRefusalTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir(factory = MemoryBacked.class)
  Path place;

  private Path folder = Path.of("");
  private final Relationship sound = Samples.relationship(Role.RESPONDER);
  private final Relationship ended = Samples.relationship(Role.RESPONDER);
  private final Relationship hurt = Samples.relationship(Role.RESPONDER);

  @BeforeEach
  void prepare() throws StoreException {
    folder = place.resolve("store");
    try (RelationshipStore store = open()) {
      store.add(sound);
      store.add(ended);
      store.erase(ended.id(), EndedPeer.Why.EXPIRED, Samples.NOW);
      store.add(hurt);
    }
  }

  private RelationshipStore open() throws StoreException {
    return FileRelationshipStore.open(folder, SettableClock.atNoon(), Samples.RANDOM);
  }

  private Path fileOf(Relationship relationship) {
    return folder.resolve(relationship.id() + ".relationship");
  }

  @Test
  void makesFolderAndFilesForItsOwnerOnly() throws IOException {
    assertEquals("rwx------", mode(folder));
    assertEquals("rwx------", mode(folder.resolve("ended")));
    for (String name : List.of("lock", "identity", "ended/" + ended.id() + ".ended")) {
      assertEquals("rw-------", mode(folder.resolve(name)), name);
    }
    assertEquals("rw-------", mode(fileOf(sound)));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxr-x---", "rwx---r--", "rwx----w-", "rwx-----x"})
  void refusesAFolderThatOthersReach(String mode) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
    StoreException thrown = assertFails(Reason.OPEN_TO_OTHERS, this::open);
    assertTrue(String.valueOf(thrown.getMessage()).endsWith("run: chmod 700 " + folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lock", "identity", "ended", "relationship", "tombstone", "foreign"})
  void refusesAnyFileThatOthersReach(String which) throws IOException {
    Path file =
        switch (which) {
          case "relationship" -> fileOf(hurt);
          case "tombstone" -> folder.resolve("ended/" + ended.id() + ".ended");
          case "foreign" -> Files.createFile(folder.resolve("notes.txt"));
          default -> folder.resolve(which);
        };
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(Files.isDirectory(file) ? "rwxr-x---" : "rw-r-----"));
    StoreException thrown = assertFails(Reason.OPEN_TO_OTHERS, this::open);
    assertTrue(String.valueOf(thrown.getMessage()).endsWith(" " + file));
  }

  @Test
  void refusesOneFileThatWasOpenedToOthersMeanwhileAndServesTheRest() throws Exception {
    try (RelationshipStore store = open()) {
      assertTrue(store.find(hurt.id()).isPresent());
      Files.setPosixFilePermissions(fileOf(hurt), PosixFilePermissions.fromString("rw-r--r--"));
      assertFails(Reason.OPEN_TO_OTHERS, () -> store.find(hurt.id()));
      requireOnlyHurtIsUnusable(store, Reason.OPEN_TO_OTHERS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "identity", "lock"})
  void refusesWhatBelongsToSomebodyElse(String name) throws IOException {
    assumeTrue(new RealFileOps().ownUid() == 0, "giving a file away takes root");
    Path given = name.isEmpty() ? folder : folder.resolve(name);
    Files.setAttribute(given, "unix:uid", 12345);
    StoreException thrown = assertFails(Reason.WRONG_OWNER, this::open);
    assertTrue(String.valueOf(thrown.getMessage()).endsWith("run: chown 0 " + given));
  }

  @Test
  void refusesAFolderThatIsNone() throws IOException {
    folder = Files.createFile(place.resolve("file"));
    assertFails(Reason.IO, this::open);
  }

  @Test
  void refusesASymbolicLinkInPlaceOfAFile() throws Exception {
    Path moved = Files.move(fileOf(hurt), place.resolve("elsewhere"));
    Files.createSymbolicLink(fileOf(hurt), moved);
    assertFails(Reason.DAMAGED, this::open);
  }

  @Test
  void leavesADamagedFileAsItIsAndServesTheRest() throws Exception {
    byte[] damaged = Files.readAllBytes(fileOf(hurt));
    damaged[damaged.length / 2] ^= 1;
    Files.write(fileOf(hurt), damaged);
    try (RelationshipStore store = open()) {
      assertFails(Reason.DAMAGED, () -> store.find(hurt.id()));
      assertFails(Reason.DAMAGED, () -> store.update(hurt.id(), before -> before));
      assertFails(Reason.DAMAGED, () -> store.takeTagCounter(hurt.id()));
      assertFails(Reason.ALREADY_THERE, () -> store.add(hurt));
      requireOnlyHurtIsUnusable(store, Reason.DAMAGED);
      assertArrayEquals(damaged, Files.readAllBytes(fileOf(hurt)));
      store.erase(hurt.id(), EndedPeer.Why.REVOKED_HERE, Samples.NOW);
      assertFalse(Files.exists(fileOf(hurt)));
      assertEquals(List.of(), store.unusable());
    }
  }

  @Test
  void leavesAFileOfANewerVersionAsItIsAndServesTheRest() throws Exception {
    byte[] newer = Reseal.withFirstLine(Files.readAllBytes(fileOf(hurt)), "officeos=2");
    Files.write(fileOf(hurt), newer);
    try (RelationshipStore store = open()) {
      StoreException thrown = assertFails(Reason.NEWER_VERSION, () -> store.find(hurt.id()));
      assertTrue(String.valueOf(thrown.getMessage()).endsWith("in format 2; update this program"));
      requireOnlyHurtIsUnusable(store, Reason.NEWER_VERSION);
    }
    assertArrayEquals(newer, Files.readAllBytes(fileOf(hurt)));
  }

  @Test
  void refusesAnIdentityOfANewerVersionOrADamagedOne() throws IOException {
    Path identity = folder.resolve("identity");
    byte[] good = Files.readAllBytes(identity);
    Files.write(identity, Reseal.withFirstLine(good, "officeos=2"));
    assertFails(Reason.NEWER_VERSION, this::open);
    Files.write(identity, new byte[0]);
    assertFails(Reason.DAMAGED, this::open);
    assertEquals(0, Files.size(identity));
  }

  @Test
  void makesNoNewIdentityForOldRelationships() throws IOException {
    Files.delete(folder.resolve("identity"));
    assertFails(Reason.DAMAGED, this::open);
    assertFalse(Files.exists(folder.resolve("identity")));
  }

  @Test
  void refusesAFileUnderAnotherRelationshipsName() throws Exception {
    Files.copy(fileOf(sound), fileOf(hurt), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    try (RelationshipStore store = open()) {
      assertFails(Reason.DAMAGED, () -> store.find(hurt.id()));
    }
  }

  @Test
  void readsNoMoreOfAHugeFileThanAFileCanHave() throws Exception {
    try (RandomAccessFile huge = new RandomAccessFile(fileOf(hurt).toFile(), "rw")) {
      huge.setLength(1L << 40);
    }
    assertEquals(65537, new RealFileOps().read(fileOf(hurt), 65537).length);
    try (RelationshipStore store = open()) {
      requireOnlyHurtIsUnusable(store, Reason.DAMAGED);
    }
  }

  @Test
  void reportsADamagedTombstoneAndStillTakesItForAnEnd() throws Exception {
    Path tombstone = folder.resolve("ended/" + ended.id() + ".ended");
    Files.writeString(tombstone, "nonsense", StandardCharsets.US_ASCII);
    try (RelationshipStore store = open()) {
      assertEquals(List.of(), store.endedPeers());
      assertEquals(ended.id(), store.unusable().get(0).id());
      assertFails(Reason.ALREADY_THERE, () -> store.add(ended));
    }
  }

  @Test
  void refusesARelationshipTooLargeToStore() throws Exception {
    try (RelationshipStore store = open()) {
      org.junit.jupiter.api.Assertions.assertThrows(
          IllegalArgumentException.class,
          () ->
              store.update(
                  sound.id(),
                  before ->
                      before.withGrants(new java.util.TreeSet<>(List.of("g".repeat(70_000))))));
      RelationshipAssert.assertSameContent(sound, store.find(sound.id()).orElseThrow());
    }
  }

  @Test
  void givesUpWaitingForAWriterThatDoesNotLetGo() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    try (RelationshipStore store = open();
        RelationshipStore impatient =
            StoreOpening.open(
                folder,
                new RealFileOps(),
                SettableClock.atNoon(),
                Samples.RANDOM,
                Duration.ofMillis(20))) {
      Thread holder =
          new Thread(
              () -> {
                try {
                  store.update(
                      sound.id(),
                      before -> {
                        inside.countDown();
                        try {
                          enough.await();
                        } catch (InterruptedException e) {
                          Thread.currentThread().interrupt();
                        }
                        return before;
                      });
                } catch (StoreException e) {
                  throw new AssertionError(e);
                }
              });
      holder.start();
      inside.await();
      assertFails(Reason.LOCKED, () -> impatient.takeTagCounter(sound.id()));
      assertTrue(impatient.find(sound.id()).isPresent());
      enough.countDown();
      holder.join();
      assertEquals(0, impatient.takeTagCounter(sound.id()));
    }
  }

  @Test
  void writesThroughAnInterruptedThreadAndKeepsTheInterrupt() throws Exception {
    try (RelationshipStore store = open()) {
      Thread.currentThread().interrupt();
      long taken = store.takeTagCounter(sound.id());
      boolean kept = Thread.interrupted();
      assertEquals(0, taken);
      assertTrue(kept);
      Thread.currentThread().interrupt();
      Optional<Relationship> found = store.find(sound.id());
      assertTrue(Thread.interrupted());
      assertEquals(1, found.orElseThrow().nextTag());
    }
  }

  private void requireOnlyHurtIsUnusable(RelationshipStore store, Reason reason)
      throws StoreException {
    List<UnusableFile> unusable = store.unusable();
    assertEquals(1, unusable.size());
    assertEquals(hurt.id(), unusable.get(0).id());
    assertEquals(fileOf(hurt), unusable.get(0).file());
    assertEquals(reason, unusable.get(0).reason());
    assertTrue(unusable.get(0).explanation().startsWith(reason + " at " + fileOf(hurt)));
    assertEquals(List.of(sound.id()), store.all().stream().map(Relationship::id).toList());
    assertEquals(0, store.takeTagCounter(sound.id()));
  }
}
