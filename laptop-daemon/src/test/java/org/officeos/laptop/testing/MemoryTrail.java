package org.officeos.laptop.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.officeos.laptop.audit.AuditEntry;
import org.officeos.laptop.audit.AuditEntry.Kind;
import org.officeos.laptop.audit.AuditException;
import org.officeos.laptop.audit.AuditOutcome;
import org.officeos.laptop.audit.AuditProof;
import org.officeos.laptop.audit.AuditSubject;
import org.officeos.laptop.audit.AuditTrail;
import org.officeos.laptop.audit.DailyUse;
import org.officeos.laptop.audit.UsageBook;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.relationship.RelationshipId;

/** A trail in memory; an end without a beginning is an error of the test's subject. */
public final class MemoryTrail implements AuditTrail, UsageBook {

  private final List<AuditEntry> entries = new ArrayList<>();
  private final Map<Long, AuditSubject> open = new TreeMap<>();
  private final Map<RelationshipId, Long> counted = new TreeMap<>();
  private AuditException.@Nullable Reason broken;

  /** From now on nothing can be written. */
  public synchronized void breakWith(AuditException.Reason reason) {
    broken = reason;
  }

  /** It can be written again. */
  public synchronized void mend() {
    broken = null;
  }

  /** Everything written so far. */
  public synchronized List<AuditEntry> entries() {
    return List.copyOf(entries);
  }

  /** Requests that began and have not ended. */
  public synchronized int unfinished() {
    return open.size();
  }

  /** Requests that were counted without an entry. */
  public synchronized long counted(RelationshipId id) {
    return counted.getOrDefault(id, 0L);
  }

  @Override
  public synchronized long began(AuditSubject subject, AuditProof proof) throws AuditException {
    long seq = append(Kind.BEGAN, 0, subject, Optional.of(proof), Optional.empty());
    open.put(seq, subject);
    return seq;
  }

  @Override
  public synchronized long ended(long began, AuditSubject subject, AuditOutcome outcome)
      throws AuditException {
    if (!subject.equals(open.remove(began))) {
      throw new AssertionError("an end without a beginning: " + began);
    }
    return append(Kind.ENDED, began, subject, Optional.empty(), Optional.of(outcome));
  }

  @Override
  public synchronized long refused(AuditSubject subject, AuditProof proof, AuditOutcome outcome)
      throws AuditException {
    return append(Kind.REFUSED, 0, subject, Optional.of(proof), Optional.of(outcome));
  }

  private long append(
      Kind kind,
      long began,
      AuditSubject subject,
      Optional<AuditProof> proof,
      Optional<AuditOutcome> outcome)
      throws AuditException {
    if (broken != null) {
      throw new AuditException(broken, "broken by the test");
    }
    byte[] previous =
        entries.isEmpty() ? AuditEntry.origin() : entries.get(entries.size() - 1).hash();
    entries.add(
        AuditEntry.next(
            entries.size() + 1, Devices.NOW, kind, began, subject, proof, outcome, previous));
    return entries.size();
  }

  @Override
  public synchronized void add(RelationshipId id, Opcode opcode, long requests, long refused)
      throws AuditException {
    if (broken != null) {
      throw new AuditException(broken, "broken by the test");
    }
    counted.merge(id, requests, Long::sum);
  }

  @Override
  public void seen(RelationshipId id, Instant at) {
    throw new AssertionError("the relay notes nobody as seen");
  }

  @Override
  public Map<RelationshipId, DailyUse> day(Instant when) {
    throw new AssertionError("the relay reads no counters");
  }
}
