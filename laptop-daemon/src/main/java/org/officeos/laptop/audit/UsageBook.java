package org.officeos.laptop.audit;

import java.time.Instant;
import java.util.Map;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.relationship.RelationshipId;

/** Usage counters by device, day (UTC) and opcode. Calls may block on the disk. */
public interface UsageBook {

  /** Adds requests that have no audit entry of their own. */
  void add(RelationshipId id, Opcode opcode, long requests, long refused) throws AuditException;

  /** Notes that a device was heard of. */
  void seen(RelationshipId id, Instant at) throws AuditException;

  /** Every device's use on the day of {@code when}. */
  Map<RelationshipId, DailyUse> day(Instant when) throws AuditException;
}
