package org.officeos.laptop.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.officeos.laptop.audit.DailyUse;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.relationship.RelationshipId;

/** Usage counters as rows. Days are counted in UTC from 1970-01-01. */
final class UsageRows {

  private UsageRows() {}

  static void add(
      Connection connection,
      RelationshipId id,
      Opcode opcode,
      long requests,
      long refused,
      Instant now)
      throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement(
            "INSERT INTO usage VALUES (?,?,?,?,?) ON CONFLICT DO UPDATE SET"
                + " requests = requests + excluded.requests,"
                + " refused = refused + excluded.refused")) {
      row.setBytes(1, id.toBytes());
      row.setLong(2, day(now));
      row.setInt(3, opcode.code());
      row.setLong(4, requests);
      row.setLong(5, refused);
      row.executeUpdate();
    }
  }

  static void seen(Connection connection, RelationshipId id, Instant at) throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement(
            "INSERT INTO seen VALUES (?,?) ON CONFLICT DO UPDATE SET"
                + " at_ms = max(at_ms, excluded.at_ms)")) {
      row.setBytes(1, id.toBytes());
      row.setLong(2, at.toEpochMilli());
      row.executeUpdate();
    }
  }

  static Map<RelationshipId, DailyUse> day(Connection connection, Instant when)
      throws SQLException {
    Map<RelationshipId, DailyUse> all = new TreeMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT seen.relationship, coalesce(sum(requests), 0), coalesce(sum(refused), 0), at_ms"
                + " FROM seen LEFT JOIN usage"
                + " ON usage.relationship = seen.relationship AND day = ?"
                + " GROUP BY seen.relationship")) {
      query.setLong(1, day(when));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          RelationshipId id = RelationshipId.fromBytes(row.getBytes(1));
          Instant seen = Instant.ofEpochMilli(row.getLong(4));
          all.put(id, new DailyUse(id, row.getLong(2), row.getLong(3), Optional.of(seen)));
        }
      }
    }
    return all;
  }

  private static long day(Instant when) {
    return when.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
  }
}
