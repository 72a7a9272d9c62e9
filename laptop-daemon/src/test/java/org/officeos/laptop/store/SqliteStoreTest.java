package org.officeos.laptop.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.laptop.audit.AuditEntry;
import org.officeos.laptop.audit.AuditException;
import org.officeos.laptop.audit.AuditException.Reason;
import org.officeos.laptop.audit.AuditOutcome;
import org.officeos.laptop.audit.AuditProof;
import org.officeos.laptop.audit.AuditSubject;
import org.officeos.laptop.audit.AuditTimes;
import org.officeos.laptop.audit.AuditVerifier;
import org.officeos.laptop.audit.AuditVerifier.Problem;
import org.officeos.laptop.audit.AuditVerifier.Report;
import org.officeos.laptop.audit.AuditVerifier.What;
import org.officeos.laptop.audit.DailyUse;
import org.officeos.laptop.testing.Asks;
import org.officeos.laptop.testing.Devices;
import org.officeos.session.ReceivedInstruction;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.stream.Signatures;
import org.officeos.session.testing.SettableClock;

class SqliteStoreTest {

  static final AuditOutcome DONE =
      new AuditOutcome(ResultCode.OK, 1234, new AuditTimes(1, 2, 3, 4, 5));

  @TempDir Path folder;

  private final SettableClock clock = SettableClock.atNoon();
  private final Relationship device = Devices.allowed();

  @Test
  void readsBackExactlyWhatWasWritten() throws Exception {
    ReceivedInstruction received = Devices.received(device, 9, Asks.chat());
    AuditSubject subject = new AuditSubject(device.id(), Opcode.CHAT, 9);
    try (SqliteStore store = SqliteStore.open(folder, clock)) {
      assertEquals(1, store.began(subject, AuditProof.of(received, true)));
      assertEquals(2, store.ended(1, subject, DONE));
      assertEquals(3, store.refused(subject, AuditProof.of(received, false), DONE));
    }
    List<AuditEntry> entries = entries();
    assertEquals(3, entries.size());
    assertEquals(
        received.content().length, entries.get(0).proof().orElseThrow().instructionBytes());
    assertEquals(Optional.of(DONE), entries.get(1).outcome());
    assertEquals(Optional.of(DONE), entries.get(2).outcome());
    assertEquals(Devices.NOW, entries.get(0).at());
    Report report = verify();
    assertEquals(new Report(3, 1, 1, 0, List.of()), report);
  }

  @Test
  void goesOnWithTheChainAfterReopening() throws Exception {
    for (int i = 0; i < 3; i++) {
      try (SqliteStore store = SqliteStore.open(folder, clock)) {
        request(store, i);
      }
    }
    assertEquals(new Report(6, 0, 3, 0, List.of()), verify());
  }

  @Test
  void keepsItsFilesToThisUser() throws Exception {
    try (SqliteStore store = SqliteStore.open(folder, clock)) {
      request(store, 1);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          assertEquals(
              PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
        }
      }
    }
  }

  @Test
  void keepsNoWordOfAPerson() throws Exception {
    try (SqliteStore store = SqliteStore.open(folder, clock)) {
      AuditSubject subject = new AuditSubject(device.id(), Opcode.GENERATE_IMAGE, 1);
      store.began(subject, AuditProof.of(Devices.received(device, 1, Asks.image()), false));
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertTrue(!bytes.contains("robot cat"), file.toString());
      }
    }
  }

  @Test
  void letsNobodyChangeOrRemoveAnEntry() throws Exception {
    try (SqliteStore store = SqliteStore.open(folder, clock)) {
      request(store, 1);
    }
    assertThrows(SQLException.class, () -> sql("UPDATE audit SET result = 3"));
    assertThrows(SQLException.class, () -> sql("DELETE FROM audit WHERE seq = 1"));
  }

  @Test
  void showsWhereSomebodyTampered() throws Exception {
    try (SqliteStore store = SqliteStore.open(folder, clock)) {
      for (int i = 0; i < 4; i++) {
        request(store, i);
      }
    }
    sql("DROP TRIGGER audit_never_changes", "UPDATE audit SET answer_bytes = 1 WHERE seq = 4");
    assertEquals(List.of(new Problem(4, What.CHANGED)), verify().problems());
    sql("DROP TRIGGER audit_never_shrinks", "DELETE FROM audit WHERE seq = 6");
    assertEquals(
        List.of(
            new Problem(4, What.CHANGED),
            new Problem(7, What.NUMBER_OUT_OF_ORDER),
            new Problem(7, What.CHAIN_BROKEN)),
        verify().problems());
  }

  @Test
  void showsAForgedSignatureAndAChangedInstruction() throws Exception {
    ReceivedInstruction received = Devices.received(device, 9, Asks.chat());
    AuditSubject subject = new AuditSubject(device.id(), Opcode.CHAT, 9);
    AuditProof proof = AuditProof.of(received, true);
    AuditProof forged =
        new AuditProof(
            proof.peer(),
            proof.sessionHash(),
            proof.contentSha256(),
            Devices.bytes(64),
            proof.instructionBytes(),
            proof.content());
    try (SqliteStore store = SqliteStore.open(folder, clock)) {
      store.began(subject, forged);
      store.began(subject, proof);
      Relationship stranger =
          Devices.device(
              org.officeos.session.crypto.IdentityKey.generate(new java.security.SecureRandom())
                  .publicKey());
      store.began(subject, AuditProof.of(Devices.received(stranger, 9, Asks.chat()), false));
    }
    assertEquals(
        List.of(new Problem(1, What.SIGNATURE_WRONG), new Problem(3, What.IDENTITY_NOT_PINNED)),
        verify().problems());
    sql("DROP TRIGGER audit_never_changes", "UPDATE audit SET content = x'0110' WHERE seq = 2");
    assertEquals(
        List.of(
            new Problem(1, What.SIGNATURE_WRONG),
            new Problem(2, What.CONTENT_CHANGED),
            new Problem(3, What.IDENTITY_NOT_PINNED)),
        verify().problems());
  }

  @Test
  void namesAFullDiskAndGoesOnWhenThereIsRoom() throws Exception {
    try (SqliteStore store = SqliteStore.open(folder, clock, 24)) {
      AuditException full = assertThrows(AuditException.class, () -> fill(store));
      assertEquals(Reason.DISK_FULL, full.reason());
      assertTrue(String.valueOf(full.getMessage()).contains("make room"), full.getMessage());
    }
    assertTrue(verify().whole(), "what was written is whole");
    long before = verify().entries();
    try (SqliteStore store = SqliteStore.open(folder, clock)) {
      request(store, 1);
    }
    assertEquals(before + 2, verify().entries());
    assertTrue(verify().whole());
  }

  @Test
  void refusesAFileThatIsNotItsOwn() throws Exception {
    Files.write(folder.resolve(SqliteStore.FILE), Devices.bytes(8192));
    AuditException damaged =
        assertThrows(AuditException.class, () -> SqliteStore.open(folder, clock).close());
    assertEquals(Reason.DAMAGED, damaged.reason());
  }

  @Test
  void refusesAFileOfALaterVersion() throws Exception {
    SqliteStore.open(folder, clock).close();
    sql("PRAGMA user_version = 2");
    assertEquals(
        Reason.NEWER_VERSION,
        assertThrows(AuditException.class, () -> SqliteStore.open(folder, clock).close()).reason());
    assertEquals(
        Reason.NEWER_VERSION,
        assertThrows(AuditException.class, () -> AuditReader.open(folder).close()).reason());
  }

  @Test
  void saysThatThereIsNoTrailYet() {
    assertEquals(
        Reason.NOT_FOUND,
        assertThrows(AuditException.class, () -> AuditReader.open(folder).close()).reason());
  }

  @Test
  void refusesToWriteAfterItsEnd() throws Exception {
    SqliteStore store = SqliteStore.open(folder, clock);
    store.close();
    assertEquals(
        Reason.CLOSED, assertThrows(AuditException.class, () -> request(store, 1)).reason());
  }

  @Test
  void countsByDayAndKeepsTheLastTimeSeen() throws Exception {
    try (SqliteStore store = SqliteStore.open(folder, clock)) {
      request(store, 1);
      request(store, 2);
      store.refused(
          new AuditSubject(device.id(), Opcode.CHAT, 3),
          AuditProof.of(Devices.received(device, 3, Asks.chat()), false),
          DONE);
      store.add(device.id(), Opcode.ECHO, 40, 0);
      clock.advance(Duration.ofDays(1));
      request(store, 4);
      store.seen(device.id(), Devices.NOW);
      Optional<java.time.Instant> seen = Optional.of(clock.instant());
      assertEquals(
          Map.of(device.id(), new DailyUse(device.id(), 42, 1, seen)), store.day(Devices.NOW));
      assertEquals(
          Map.of(device.id(), new DailyUse(device.id(), 1, 0, seen)), store.day(clock.instant()));
      try (AuditReader beside = AuditReader.open(folder)) {
        assertEquals(store.day(clock.instant()), beside.day(clock.instant()));
      }
    }
  }

  @Test
  void losesNothingThatWasAcknowledgedWhenItIsKilled() throws Exception {
    for (int round = 0; round < 3; round++) {
      Process child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  KilledWriter.class.getName(),
                  folder.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      long acknowledged = 0;
      try (java.io.BufferedReader lines = child.inputReader(StandardCharsets.US_ASCII)) {
        String line = lines.readLine();
        while (line != null) {
          acknowledged = Long.parseLong(line);
          if (acknowledged % 100 == 37 + round) {
            child.toHandle().destroyForcibly();
          }
          line = lines.readLine();
        }
      }
      assertTrue(child.waitFor(60, TimeUnit.SECONDS));
      assertTrue(acknowledged > 0, "the child wrote");
      Report report = verify(Set.of());
      assertTrue(report.entries() >= acknowledged, report.entries() + " < " + acknowledged);
      assertTrue(
          report.problems().stream().allMatch(p -> p.what() == What.IDENTITY_NOT_PINNED),
          report.toString());
    }
  }

  private void request(SqliteStore store, long message) throws AuditException {
    AuditSubject subject = new AuditSubject(device.id(), Opcode.CHAT, message);
    long began =
        store.began(subject, AuditProof.of(Devices.received(device, message, Asks.chat()), false));
    store.ended(began, subject, DONE);
  }

  private void fill(SqliteStore store) throws AuditException {
    for (int i = 0; i < 10_000; i++) {
      request(store, i);
    }
  }

  private List<AuditEntry> entries() throws AuditException {
    List<AuditEntry> entries = new ArrayList<>();
    try (AuditReader reader = AuditReader.open(folder)) {
      reader.after(0, entries::add);
    }
    return entries;
  }

  private Report verify() throws AuditException {
    return verify(Set.of(device.peer()));
  }

  private Report verify(Set<org.officeos.session.crypto.PeerIdentity> pinned)
      throws AuditException {
    AuditVerifier verifier = new AuditVerifier(pinned, Signatures::instruction);
    entries().forEach(verifier::next);
    return verifier.report();
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(SqliteStore.FILE));
        Statement statement = connection.createStatement()) {
      for (String words : statements) {
        statement.executeUpdate(words);
      }
    }
  }
}
