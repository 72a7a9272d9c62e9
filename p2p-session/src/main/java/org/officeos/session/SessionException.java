package org.officeos.session;

/** Why a session, a pairing or a request ended, out of a closed list. */
public final class SessionException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** The peer closed properly; nothing was lost. */
    CLOSED_BY_PEER,
    /** This side closed properly. */
    CLOSED_HERE,
    /** The connection ended without the authenticated close record: cut, not closed. */
    CUT,
    /** The peer did not answer in time. */
    TIMED_OUT,
    /** The other side speaks another protocol version. */
    WRONG_VERSION,
    /** The other side speaks another cipher suite. */
    WRONG_SUITE,
    /** The other side wants another pairing method. */
    WRONG_METHOD,
    /** The other side claims this side's own role. */
    WRONG_ROLE,
    /** The peer sent back this side's own key or message. */
    REFLECTED,
    /** A public key that gives no secret. */
    LOW_ORDER_POINT,
    /** A message or record that does not authenticate. */
    BAD_TAG,
    /** An Ed25519 signature that does not verify. */
    BAD_SIGNATURE,
    /** The opened nonce is not the one committed to. */
    BAD_COMMITMENT,
    /** A message of impossible form or length. */
    MALFORMED,
    /** A message larger than allowed at this point. */
    TOO_LARGE,
    /** A well-formed message that may not come now. */
    OUT_OF_ORDER,
    /** The peer sent more than it had credit for. */
    CREDIT_EXCEEDED,
    /** Too many requests open at once in one session. */
    TOO_MANY_STREAMS,
    /** The single-use tag is unknown or was used before. */
    UNKNOWN_PEER,
    /** Pairing is not open on the other side. */
    PAIRING_CLOSED,
    /** The pairing window closed: time, or too many failures. */
    WINDOW_CLOSED,
    /** A person did not confirm the code here. */
    NOT_CONFIRMED_HERE,
    /** A person did not confirm the code there. */
    NOT_CONFIRMED_BY_PEER,
    /** The relationship's time is over. */
    EXPIRED,
    /** The relationship was revoked on this side. */
    REVOKED_HERE,
    /** The relationship was revoked on the other side. */
    REVOKED_BY_PEER,
    /** This device's clock ran backwards by more than a day. */
    CLOCK_RAN_BACKWARDS,
    /** The keys are older than 180 s of traffic, or used up, and were not renewed. */
    KEYS_TOO_OLD,
    /** Handshakes are coming too fast, or too many are half open. */
    BUSY,
    /** The relationship store refused; the cause says why. */
    STORE,
    /** The request was cancelled here. */
    CANCELLED,
    /** A decompressed response would exceed its limit. */
    DECOMPRESSION_LIMIT,
    /** The service on this side is shutting down. */
    SHUTTING_DOWN,
    /** A fault of this program. */
    INTERNAL;
  }

  private final Reason reason;

  /** An exception that says why. */
  public SessionException(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  /** The same, with a detail for people; never a secret, never a person's data. */
  public SessionException(Reason reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
  }

  /** The same, with what lay behind it. */
  public SessionException(Reason reason, String detail, Throwable cause) {
    super(reason + ": " + detail, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
