package org.officeos.laptop.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.officeos.laptop.audit.AuditException;
import org.officeos.laptop.audit.AuditException.Reason;
import org.sqlite.SQLiteConfig;

/** The tables, and how a connection is set up. */
final class Schema {

  /** Kept in the file as {@code user_version}. */
  static final int VERSION = 1;

  private static final String[] TABLES = {
    """
    CREATE TABLE audit (
      seq INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, kind INTEGER NOT NULL,
      began INTEGER NOT NULL, relationship BLOB NOT NULL, opcode INTEGER NOT NULL,
      message INTEGER NOT NULL, peer BLOB, session_hash BLOB, content_sha256 BLOB, signature BLOB,
      instruction_bytes INTEGER, content BLOB, result INTEGER, answer_bytes INTEGER,
      gate_us INTEGER, queue_us INTEGER, upstream_us INTEGER, transform_us INTEGER,
      total_us INTEGER, previous BLOB NOT NULL, hash BLOB NOT NULL)
    """,
    """
    CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END
    """,
    """
    CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END
    """,
    """
    CREATE TABLE usage (
      relationship BLOB NOT NULL, day INTEGER NOT NULL, opcode INTEGER NOT NULL,
      requests INTEGER NOT NULL, refused INTEGER NOT NULL,
      PRIMARY KEY (relationship, day, opcode)) WITHOUT ROWID
    """,
    """
    CREATE TABLE seen (relationship BLOB PRIMARY KEY, at_ms INTEGER NOT NULL) WITHOUT ROWID
    """
  };

  private Schema() {}

  static Connection connect(Path file, boolean readOnly) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(5000);
    config.setReadOnly(readOnly);
    if (!readOnly) {
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    }
    return config.createConnection("jdbc:sqlite:" + file);
  }

  /** Makes the tables in a new file, and leaves the connection in manual commit. */
  static void prepare(Connection connection, int maxPages) throws SQLException, AuditException {
    int version = version(connection);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      if (version == 0) {
        for (String table : TABLES) {
          statement.executeUpdate(table);
        }
        statement.executeUpdate("PRAGMA user_version = " + VERSION);
      }
      connection.commit();
      if (maxPages > 0) {
        statement.execute("PRAGMA max_page_count = " + maxPages);
      }
    }
  }

  /** Refuses a file of a later version; 0 for a new one. */
  static int version(Connection connection) throws SQLException, AuditException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      int version = row.next() ? row.getInt(1) : 0;
      if (version > VERSION) {
        throw new AuditException(
            Reason.NEWER_VERSION, "the file is of version " + version + "; update this program");
      }
      return version;
    }
  }
}
