package org.officeos.laptop.audit;

/** Why the trail could not be written or read. What was written before is still there. */
public final class AuditException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** No space is left for the file. */
    DISK_FULL,
    /** Another process held the file for too long. */
    LOCKED,
    /** The file is no trail, or its bytes are not what was written. */
    DAMAGED,
    /** Written by a newer version of this program. */
    NEWER_VERSION,
    /** There is no trail yet. */
    NOT_FOUND,
    /** The store was closed. */
    CLOSED,
    /** The operating system refused for another reason, which the cause names. */
    IO
  }

  private final Reason reason;

  /** A reason with the place and the next step. */
  public AuditException(Reason reason, String nextStep) {
    super(reason + ": " + nextStep);
    this.reason = reason;
  }

  /** The same, with what lay behind it. */
  public AuditException(Reason reason, String nextStep, Throwable cause) {
    super(reason + ": " + nextStep, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
