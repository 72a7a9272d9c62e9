package org.officeos.handheld.client;

import org.officeos.session.SessionException;
import org.officeos.session.bytecode.ResultCode;

/**
 * The complete tables from the laptop's results and the session's ends to what a person is told. No
 * {@code default}: a new constant there does not compile here until it has its sentence.
 */
public final class Reasons {

  private Reasons() {}

  /**
   * The reason behind a result that is not OK.
   *
   * @throws IllegalArgumentException for OK
   */
  public static Reason of(ResultCode result) {
    return switch (result) {
      case OK -> throw new IllegalArgumentException("a success has no reason");
      case MALFORMED -> Reason.INSTRUCTION_REJECTED;
      case UNSUPPORTED -> Reason.NOT_SERVED;
      case PERMISSION_DENIED -> Reason.PERMISSION_DENIED;
      case RATE_LIMITED -> Reason.RATE_LIMITED;
      case TOO_MANY_CONCURRENT -> Reason.TOO_MANY_AT_ONCE;
      case EXPIRED -> Reason.EXPIRED;
      case REVOKED -> Reason.REVOKED_BY_LAPTOP;
      case NOT_CONFIGURED -> Reason.NOT_CONFIGURED;
      case UPSTREAM_UNREACHABLE -> Reason.SERVICE_UNREACHABLE;
      case UPSTREAM_TIMEOUT -> Reason.SERVICE_TIMED_OUT;
      case UPSTREAM_ERROR -> Reason.SERVICE_FAILED;
      case UPSTREAM_RATE_LIMITED -> Reason.SERVICE_RATE_LIMITED;
      case UPSTREAM_INVALID -> Reason.SERVICE_ANSWER_INVALID;
      case TOO_LARGE -> Reason.ANSWER_TOO_LARGE;
      case CANCELLED -> Reason.CANCELLED;
      case SHUTTING_DOWN -> Reason.LAPTOP_SHUTTING_DOWN;
      case INTERNAL -> Reason.LAPTOP_FAULT;
    };
  }

  /** The reason behind the end of a session, a pairing or an exchange. */
  public static Reason of(SessionException.Reason reason) {
    return switch (reason) {
      case CLOSED_BY_PEER -> Reason.LAPTOP_CLOSED;
      case CLOSED_HERE, SHUTTING_DOWN -> Reason.CLIENT_CLOSED;
      case CUT -> Reason.CONNECTION_CUT;
      case TIMED_OUT -> Reason.NO_ANSWER;
      case WRONG_VERSION, WRONG_SUITE, WRONG_METHOD -> Reason.INCOMPATIBLE;
      case WRONG_ROLE -> Reason.NOT_A_LAPTOP;
      case REFLECTED,
          LOW_ORDER_POINT,
          BAD_TAG,
          BAD_SIGNATURE,
          BAD_COMMITMENT,
          MALFORMED,
          TOO_LARGE,
          OUT_OF_ORDER,
          CREDIT_EXCEEDED ->
          Reason.PEER_MISBEHAVED;
      case TOO_MANY_STREAMS -> Reason.TOO_MANY_STREAMS;
      case UNKNOWN_PEER -> Reason.UNKNOWN_TO_LAPTOP;
      case PAIRING_CLOSED, WINDOW_CLOSED -> Reason.PAIRING_NOT_OPEN;
      case NOT_CONFIRMED_HERE -> Reason.NOT_CONFIRMED_HERE;
      case NOT_CONFIRMED_BY_PEER -> Reason.NOT_CONFIRMED_THERE;
      case EXPIRED -> Reason.EXPIRED;
      case REVOKED_HERE -> Reason.REVOKED;
      case REVOKED_BY_PEER -> Reason.REVOKED_BY_LAPTOP;
      case CLOCK_RAN_BACKWARDS -> Reason.CLOCK_RAN_BACKWARDS;
      case KEYS_TOO_OLD -> Reason.KEYS_TOO_OLD;
      case BUSY -> Reason.LAPTOP_BUSY;
      case STORE -> Reason.STORE;
      case CANCELLED -> Reason.CANCELLED;
      case DECOMPRESSION_LIMIT -> Reason.ANSWER_TOO_LARGE;
      case INTERNAL -> Reason.INTERNAL;
    };
  }
}
