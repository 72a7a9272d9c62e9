package org.officeos.laptop.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.officeos.laptop.audit.AuditEntry;
import org.officeos.laptop.audit.AuditException;
import org.officeos.laptop.audit.AuditException.Reason;
import org.officeos.laptop.audit.DailyUse;
import org.officeos.session.relationship.RelationshipId;

/** Reads the trail and the counters from a file, beside a running daemon or without one. */
public final class AuditReader implements AutoCloseable {

  private final Connection connection;

  private AuditReader(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens the file in a state folder.
   *
   * @throws AuditException {@code NOT_FOUND}, {@code NEWER_VERSION}, {@code DAMAGED}, {@code IO}
   */
  public static AuditReader open(Path folder) throws AuditException {
    Path file = folder.resolve(SqliteStore.FILE);
    if (!Files.exists(file)) {
      throw new AuditException(
          Reason.NOT_FOUND, "there is no " + file + " yet; start officeos-laptop serve first");
    }
    try {
      Connection connection = Schema.connect(file, true);
      AuditReader reader = new AuditReader(connection);
      try {
        Schema.version(connection);
      } catch (AuditException | SQLException e) {
        connection.close();
        throw e;
      }
      return reader;
    } catch (SQLException e) {
      throw SqlFaults.named(e, file.toString());
    }
  }

  /** Hands over every entry after {@code seq}, in order. */
  public void after(long seq, Consumer<AuditEntry> each) throws AuditException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT * FROM audit WHERE seq > ? ORDER BY seq")) {
      query.setLong(1, seq);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          each.accept(AuditRows.read(row));
        }
      }
    } catch (SQLException e) {
      throw SqlFaults.named(e, SqliteStore.FILE);
    }
  }

  /** The number of the last entry, 0 where there is none. */
  public long last() throws AuditException {
    try (PreparedStatement query = connection.prepareStatement("SELECT max(seq) FROM audit");
        ResultSet row = query.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException e) {
      throw SqlFaults.named(e, SqliteStore.FILE);
    }
  }

  /** Every device's use on the day of {@code when}. */
  public Map<RelationshipId, DailyUse> day(Instant when) throws AuditException {
    try {
      return UsageRows.day(connection, when);
    } catch (SQLException e) {
      throw SqlFaults.named(e, SqliteStore.FILE);
    }
  }

  @Override
  public void close() throws AuditException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw SqlFaults.named(e, SqliteStore.FILE);
    }
  }
}
