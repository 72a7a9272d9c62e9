package org.officeos.laptop.admin;

/** Why a device could not be listed, permitted or revoked. The message names the next step. */
public final class AdminException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** No paired device has an id that starts so. */
    UNKNOWN_DEVICE,
    /** Several paired devices have ids that start so. */
    AMBIGUOUS_DEVICE,
    /** Not the start of an id: 4 to 32 hexadecimal digits. */
    NOT_AN_ID,
    /** The relationship store refused; the message says why. */
    STORE
  }

  private final Reason reason;

  /** A reason with cause and next step. */
  public AdminException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
