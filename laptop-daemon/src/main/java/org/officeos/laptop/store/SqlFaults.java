package org.officeos.laptop.store;

import java.sql.SQLException;
import org.officeos.laptop.audit.AuditException;
import org.officeos.laptop.audit.AuditException.Reason;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite's codes as named reasons. */
final class SqlFaults {

  private SqlFaults() {}

  static AuditException named(SQLException fault, String file) {
    int code = fault instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : 0;
    if (code == SQLiteErrorCode.SQLITE_FULL.code) {
      return new AuditException(Reason.DISK_FULL, "make room on the disk of " + file, fault);
    }
    if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return new AuditException(Reason.LOCKED, "end the other process that uses " + file, fault);
    }
    if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return new AuditException(
          Reason.DAMAGED, "move " + file + " away and keep it; a new one will be made", fault);
    }
    return new AuditException(Reason.IO, "look at " + file + " and its disk", fault);
  }
}
