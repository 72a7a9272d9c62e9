package org.officeos.laptop.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.officeos.laptop.audit.AuditEntry;
import org.officeos.laptop.audit.AuditEntry.Kind;
import org.officeos.laptop.audit.AuditException;
import org.officeos.laptop.audit.AuditException.Reason;
import org.officeos.laptop.audit.AuditOutcome;
import org.officeos.laptop.audit.AuditProof;
import org.officeos.laptop.audit.AuditSubject;
import org.officeos.laptop.audit.AuditTrail;
import org.officeos.laptop.audit.DailyUse;
import org.officeos.laptop.audit.UsageBook;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.relationship.RelationshipId;

/**
 * The daemon's database file, {@code laptop.db}, mode 0600, in SQLite's WAL mode. One writer, the
 * daemon; any number of readers. An entry that was returned survives {@code kill -9}; after a power
 * cut the last few may be missing, and the chain is whole all the same. Safe for use by several
 * threads, which take turns.
 */
public final class SqliteStore implements AuditTrail, UsageBook, AutoCloseable {

  /** The file's name within the state folder. */
  public static final String FILE = "laptop.db";

  private final Connection connection;
  private final InstantSource clock;
  private long lastSeq;
  private byte[] lastHash = AuditEntry.origin();
  private boolean closed;

  private SqliteStore(Connection connection, InstantSource clock) {
    this.connection = connection;
    this.clock = clock;
  }

  /**
   * Opens or makes the file in an existing folder.
   *
   * @throws AuditException {@code NEWER_VERSION}, {@code DAMAGED}, {@code DISK_FULL}, {@code IO}
   */
  public static SqliteStore open(Path folder, InstantSource clock) throws AuditException {
    return open(folder, clock, 0);
  }

  /** The same with at most {@code maxPages} pages of 4 KiB, 0 for no limit: a small disk. */
  static SqliteStore open(Path folder, InstantSource clock, int maxPages) throws AuditException {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
    } catch (IOException e) {
      throw new AuditException(Reason.IO, "make " + folder + " writable for this user", e);
    }
    Connection connection = null;
    try {
      connection = Schema.connect(file, false);
      Schema.prepare(connection, maxPages);
      SqliteStore store = new SqliteStore(connection, clock);
      store.findEnd();
      return store;
    } catch (SQLException e) {
      closeQuietly(connection, e);
      throw SqlFaults.named(e, file.toString());
    } catch (AuditException e) {
      closeQuietly(connection, e);
      throw e;
    }
  }

  @Override
  public long began(AuditSubject subject, AuditProof proof) throws AuditException {
    return append(Kind.BEGAN, 0, subject, Optional.of(proof), Optional.empty());
  }

  @Override
  public long ended(long began, AuditSubject subject, AuditOutcome outcome) throws AuditException {
    return append(Kind.ENDED, began, subject, Optional.empty(), Optional.of(outcome));
  }

  @Override
  public long refused(AuditSubject subject, AuditProof proof, AuditOutcome outcome)
      throws AuditException {
    return append(Kind.REFUSED, 0, subject, Optional.of(proof), Optional.of(outcome));
  }

  private synchronized long append(
      Kind kind,
      long began,
      AuditSubject subject,
      Optional<AuditProof> proof,
      Optional<AuditOutcome> outcome)
      throws AuditException {
    Instant now = clock.instant();
    AuditEntry entry =
        AuditEntry.next(lastSeq + 1, now, kind, began, subject, proof, outcome, lastHash);
    inTransaction(
        () -> {
          AuditRows.insert(connection, entry);
          if (kind != Kind.ENDED) {
            boolean refused = kind == Kind.REFUSED;
            count(subject.relationship(), subject.opcode(), refused ? 0 : 1, refused ? 1 : 0, now);
          }
        });
    lastSeq = entry.seq();
    lastHash = entry.hash();
    return entry.seq();
  }

  @Override
  public synchronized void add(RelationshipId id, Opcode opcode, long requests, long refused)
      throws AuditException {
    inTransaction(() -> count(id, opcode, requests, refused, clock.instant()));
  }

  @Override
  public synchronized void seen(RelationshipId id, Instant at) throws AuditException {
    inTransaction(() -> UsageRows.seen(connection, id, at));
  }

  @Override
  public synchronized Map<RelationshipId, DailyUse> day(Instant when) throws AuditException {
    requireOpen();
    try {
      return UsageRows.day(connection, when);
    } catch (SQLException e) {
      throw SqlFaults.named(e, FILE);
    }
  }

  private void count(RelationshipId id, Opcode opcode, long requests, long refused, Instant now)
      throws SQLException {
    UsageRows.add(connection, id, opcode, requests, refused, now);
    UsageRows.seen(connection, id, now);
  }

  private void findEnd() throws SQLException {
    try (PreparedStatement last =
            connection.prepareStatement("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
        ResultSet row = last.executeQuery()) {
      if (row.next()) {
        lastSeq = row.getLong(1);
        lastHash = row.getBytes(2);
      }
    }
  }

  private void inTransaction(Work work) throws AuditException {
    requireOpen();
    try {
      work.run();
      connection.commit();
    } catch (SQLException e) {
      try {
        connection.rollback();
      } catch (SQLException again) {
        e.addSuppressed(again);
      }
      throw SqlFaults.named(e, FILE);
    }
  }

  private void requireOpen() throws AuditException {
    if (closed) {
      throw new AuditException(Reason.CLOSED, "the daemon is shutting down");
    }
  }

  private static void closeQuietly(
      @org.jspecify.annotations.Nullable Connection connection, Exception because) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        because.addSuppressed(e);
      }
    }
  }

  @Override
  public synchronized void close() throws AuditException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      connection.close();
    } catch (SQLException e) {
      throw SqlFaults.named(e, FILE);
    }
  }

  private interface Work {
    void run() throws SQLException;
  }
}
