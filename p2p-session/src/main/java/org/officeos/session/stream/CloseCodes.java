package org.officeos.session.stream;

import org.officeos.session.SessionException.Reason;

/**
 * Reasons as one byte in CLOSE and RENEW_REFUSED: 0 closed, 1 revoked, 2 expired, 3 keys too old, 4
 * shutting down, 5 protocol violation, 6 store, 7 clock ran backwards. A byte that is not in the
 * table reads as 0.
 */
final class CloseCodes {

  private CloseCodes() {}

  /** The byte for a reason on this side. */
  static int toWire(Reason reason) {
    return switch (reason) {
      case REVOKED_HERE, REVOKED_BY_PEER -> 1;
      case EXPIRED -> 2;
      case KEYS_TOO_OLD -> 3;
      case SHUTTING_DOWN -> 4;
      case MALFORMED,
          OUT_OF_ORDER,
          BAD_SIGNATURE,
          CREDIT_EXCEEDED,
          TOO_MANY_STREAMS,
          TOO_LARGE,
          REFLECTED,
          LOW_ORDER_POINT,
          DECOMPRESSION_LIMIT,
          BAD_TAG ->
          5;
      case STORE -> 6;
      case CLOCK_RAN_BACKWARDS -> 7;
      case CLOSED_BY_PEER,
          CLOSED_HERE,
          CUT,
          TIMED_OUT,
          WRONG_VERSION,
          WRONG_SUITE,
          WRONG_METHOD,
          WRONG_ROLE,
          BAD_COMMITMENT,
          UNKNOWN_PEER,
          PAIRING_CLOSED,
          WINDOW_CLOSED,
          NOT_CONFIRMED_HERE,
          NOT_CONFIRMED_BY_PEER,
          BUSY,
          CANCELLED,
          INTERNAL ->
          0;
    };
  }

  /** What a peer's byte means on this side. */
  static Reason fromWire(int code) {
    return switch (code) {
      case 1 -> Reason.REVOKED_BY_PEER;
      case 2 -> Reason.EXPIRED;
      case 3 -> Reason.KEYS_TOO_OLD;
      case 4 -> Reason.SHUTTING_DOWN;
      case 5 -> Reason.MALFORMED;
      case 6 -> Reason.STORE;
      case 7 -> Reason.CLOCK_RAN_BACKWARDS;
      default -> Reason.CLOSED_BY_PEER;
    };
  }
}
