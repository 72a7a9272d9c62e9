package org.officeos.laptop.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.officeos.laptop.audit.AuditEntry;
import org.officeos.laptop.audit.AuditEntry.Kind;
import org.officeos.laptop.audit.AuditException;
import org.officeos.laptop.audit.AuditException.Reason;
import org.officeos.laptop.audit.AuditOutcome;
import org.officeos.laptop.audit.AuditProof;
import org.officeos.laptop.audit.AuditSubject;
import org.officeos.laptop.audit.AuditTimes;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.relationship.RelationshipId;

/** Audit entries as rows, and back. */
final class AuditRows {

  private static final String INSERT =
      "INSERT INTO audit VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  private static final int COLUMNS = 22;

  private AuditRows() {}

  static void insert(Connection connection, AuditEntry entry) throws SQLException {
    try (PreparedStatement row = connection.prepareStatement(INSERT)) {
      for (int column = 1; column <= COLUMNS; column++) {
        row.setNull(column, Types.NULL);
      }
      row.setLong(1, entry.seq());
      row.setLong(2, entry.at().toEpochMilli());
      row.setInt(3, entry.kind().code());
      row.setLong(4, entry.began());
      row.setBytes(5, entry.subject().relationship().toBytes());
      row.setInt(6, entry.subject().opcode().code());
      row.setLong(7, entry.subject().messageId());
      if (entry.proof().isPresent()) {
        put(row, entry.proof().get());
      }
      if (entry.outcome().isPresent()) {
        put(row, entry.outcome().get());
      }
      row.setBytes(21, entry.previous());
      row.setBytes(22, entry.hash());
      row.executeUpdate();
    }
  }

  private static void put(PreparedStatement row, AuditProof proof) throws SQLException {
    row.setBytes(8, proof.peer());
    row.setBytes(9, proof.sessionHash());
    row.setBytes(10, proof.contentSha256());
    row.setBytes(11, proof.signature());
    row.setInt(12, proof.instructionBytes());
    if (proof.content().isPresent()) {
      row.setBytes(13, proof.content().get());
    }
  }

  private static void put(PreparedStatement row, AuditOutcome outcome) throws SQLException {
    row.setInt(14, outcome.result().code());
    row.setLong(15, outcome.answerBytes());
    row.setLong(16, outcome.times().gate());
    row.setLong(17, outcome.times().queue());
    row.setLong(18, outcome.times().upstream());
    row.setLong(19, outcome.times().transform());
    row.setLong(20, outcome.times().total());
  }

  /** The current row; a row that no version of this program wrote is damage, with its number. */
  static AuditEntry read(ResultSet row) throws SQLException, AuditException {
    long seq = row.getLong(1);
    try {
      AuditSubject subject =
          new AuditSubject(
              RelationshipId.fromBytes(row.getBytes(5)), opcode(row.getInt(6)), row.getLong(7));
      return new AuditEntry(
          seq,
          Instant.ofEpochMilli(row.getLong(2)),
          kind(row.getInt(3)),
          row.getLong(4),
          subject,
          row.getBytes(8) == null ? Optional.empty() : Optional.of(proof(row)),
          row.getObject(14) == null ? Optional.empty() : Optional.of(outcome(row)),
          row.getBytes(21),
          row.getBytes(22));
    } catch (IllegalArgumentException e) {
      throw new AuditException(
          Reason.DAMAGED, "entry " + seq + " is not what was written: " + e.getMessage(), e);
    }
  }

  private static AuditProof proof(ResultSet row) throws SQLException {
    return new AuditProof(
        row.getBytes(8),
        row.getBytes(9),
        row.getBytes(10),
        row.getBytes(11),
        row.getInt(12),
        Optional.ofNullable(row.getBytes(13)));
  }

  private static AuditOutcome outcome(ResultSet row) throws SQLException {
    AuditTimes times =
        new AuditTimes(
            row.getLong(16), row.getLong(17), row.getLong(18), row.getLong(19), row.getLong(20));
    return new AuditOutcome(result(row.getInt(14)), row.getLong(15), times);
  }

  private static Kind kind(int code) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.code() == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind " + code));
  }

  private static Opcode opcode(int code) {
    return Arrays.stream(Opcode.values())
        .filter(opcode -> opcode.code() == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no opcode " + code));
  }

  private static ResultCode result(int code) {
    return Arrays.stream(ResultCode.values())
        .filter(result -> result.code() == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no result " + code));
  }
}
