package org.officeos.session.bytecode;

/** Bytes from outside that are no instruction or no response: why, and where. */
public final class RejectedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Rejection rejection;
  private final int offset;

  /** An exception that says why and where. */
  public RejectedException(Rejection rejection, int offset) {
    super(rejection + " at byte " + offset);
    this.rejection = rejection;
    this.offset = offset;
  }

  /** Why. */
  public Rejection rejection() {
    return rejection;
  }

  /** Offset, in bytes from the start of the encoding, of what was rejected. */
  public int offset() {
    return offset;
  }
}
