package org.officeos.session.crypto;

/** Bytes from outside that are no usable public key. */
public final class KeyException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why the bytes were refused. */
  public enum Reason {
    /** Not exactly 32 bytes. */
    WRONG_LENGTH,
    /** An Ed25519 encoding that is no point, is not canonical, or lies in a small subgroup. */
    NOT_A_FULL_PUBLIC_KEY,
    /** An X25519 exchange with this point gives the all-zero secret (RFC 7748 section 6.1). */
    LOW_ORDER_POINT
  }

  private final Reason reason;

  /** An exception that says why. */
  public KeyException(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  /** Why the bytes were refused. */
  public Reason reason() {
    return reason;
  }
}
