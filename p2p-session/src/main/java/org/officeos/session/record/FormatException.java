package org.officeos.session.record;

/** A length on the wire that no honest peer sends at this point. */
public final class FormatException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Reason {
    /** A body of no bytes. */
    EMPTY,
    /** A body longer than allowed before, or after, authentication. */
    TOO_LONG
  }

  private final Reason reason;

  /** An exception that says what is wrong. */
  public FormatException(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }
}
