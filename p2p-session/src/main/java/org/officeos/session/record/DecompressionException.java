package org.officeos.session.record;

/** A compressed body that was refused: why. Whatever the reason, the message is lost. */
public final class DecompressionException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why a body was refused. */
  public enum Reason {
    /** It would be longer than allowed, or needs a larger window than a handheld should hold. */
    LIMIT,
    /** It is not exactly one Zstandard frame that names its length and needs no dictionary. */
    MALFORMED,
    /** The declared length, the frame's own and what it holds are not the same. */
    LENGTH_MISMATCH
  }

  private final Reason reason;

  /** An exception with its reason. */
  public DecompressionException(Reason reason) {
    super("compressed body refused: " + reason);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
