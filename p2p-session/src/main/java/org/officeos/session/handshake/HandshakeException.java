package org.officeos.session.handshake;

/** Why a handshake failed. It is dead afterwards: its secrets are wiped and it answers nothing. */
public final class HandshakeException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** A message shorter than its pattern demands. */
    TRUNCATED,
    /** A message longer than its pattern, or than the cap, allows. */
    OVERSIZED,
    /**
     * Something does not authenticate: a forged message, another prologue (version, suite, method,
     * role, relationship), another static, or another pre-shared key. Noise cannot tell which.
     */
    BAD_TAG,
    /** The peer's public key gives the all-zero secret, with which anybody could read along. */
    LOW_ORDER_POINT,
    /** The peer's ephemeral or static is our own: our message came back. */
    REFLECTED,
    /** A message to read while it is this side's turn to write, or the other way round. */
    NOT_YOUR_TURN,
    /** A message after the last one. */
    FINISHED,
    /** The transport keys were asked for before the last message. */
    NOT_FINISHED,
    /** Any call after a failure. */
    DEAD
  }

  private final Reason reason;

  /** An exception that says why. */
  public HandshakeException(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
