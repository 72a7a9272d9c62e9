package org.officeos.laptop.audit;

/**
 * Where entries go. Each call returns when its entry survives a kill of this process; none may come
 * on an I/O thread. Safe for use by several threads.
 */
public interface AuditTrail {

  /**
   * A request was accepted. Called before any service is: what cannot be audited is not done.
   *
   * @return the entry's number
   */
  long began(AuditSubject subject, AuditProof proof) throws AuditException;

  /**
   * An accepted request has ended.
   *
   * @param began the number of the entry that accepted it
   * @return the entry's number
   */
  long ended(long began, AuditSubject subject, AuditOutcome outcome) throws AuditException;

  /**
   * A request was refused before any service was called.
   *
   * @return the entry's number
   */
  long refused(AuditSubject subject, AuditProof proof, AuditOutcome outcome) throws AuditException;
}
