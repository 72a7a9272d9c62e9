package org.officeos.laptop.relay;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.officeos.laptop.budget.Verdict;
import org.officeos.laptop.image.ImageRejectedException;
import org.officeos.laptop.permission.Decision;
import org.officeos.laptop.upstream.UpstreamException;
import org.officeos.session.SessionException;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.bytecode.ResultCode;

/** Every other room's reason as the one result that the device is told. */
final class FailureTable {

  private FailureTable() {}

  static RelayFailure of(UpstreamException fault) {
    ResultCode result =
        switch (fault.reason()) {
          case UNREACHABLE -> ResultCode.UPSTREAM_UNREACHABLE;
          case TIMEOUT -> ResultCode.UPSTREAM_TIMEOUT;
          case ERROR, NOT_AUTHORIZED -> ResultCode.UPSTREAM_ERROR;
          case RATE_LIMITED -> ResultCode.UPSTREAM_RATE_LIMITED;
          case INVALID -> ResultCode.UPSTREAM_INVALID;
          case TOO_LARGE -> ResultCode.TOO_LARGE;
          case CANCELLED -> ResultCode.CANCELLED;
        };
    return new RelayFailure(result, fault.detail(), fault.retryAfter());
  }

  static RelayFailure of(ImageRejectedException fault) {
    ResultCode result =
        switch (fault.reason()) {
          case TOO_MANY_PIXELS, TOO_MANY_BYTES -> ResultCode.TOO_LARGE;
          case UNKNOWN_FORMAT, TRUNCATED, LYING_TYPE, ANIMATED, UNDECODABLE ->
              ResultCode.UPSTREAM_INVALID;
        };
    return new RelayFailure(result, "the picture was not taken: " + fault.getMessage());
  }

  static RelayFailure of(Decision decision) {
    ResultCode result =
        switch (decision.verdict()) {
          case ALLOWED -> throw new IllegalArgumentException("what is allowed is no failure");
          case NOT_GRANTED -> ResultCode.PERMISSION_DENIED;
          case EXPIRED -> ResultCode.EXPIRED;
          case REVOKED -> ResultCode.REVOKED;
        };
    return new RelayFailure(result, decision.detail());
  }

  static RelayFailure of(Verdict.Refused refused, Opcode opcode) {
    String word = opcode.name().toLowerCase(Locale.ROOT);
    return switch (refused.why()) {
      case TOO_MANY_A_MINUTE ->
          new RelayFailure(
              ResultCode.RATE_LIMITED,
              "too many "
                  + word
                  + " requests a minute; try again in "
                  + words(refused.retryAfter()),
              Optional.of(refused.retryAfter()));
      case TOO_MANY_AT_ONCE ->
          new RelayFailure(
              ResultCode.TOO_MANY_CONCURRENT,
              "this device has as many " + word + " requests open as it may; wait for one to end");
    };
  }

  /** What the trail says of a request that nobody waits for any more. */
  static ResultCode ofAbandoned(SessionException.Reason reason) {
    return switch (reason) {
      case REVOKED_HERE, REVOKED_BY_PEER -> ResultCode.REVOKED;
      case EXPIRED -> ResultCode.EXPIRED;
      case SHUTTING_DOWN, CLOSED_HERE -> ResultCode.SHUTTING_DOWN;
      case INTERNAL, STORE -> ResultCode.INTERNAL;
      case CLOSED_BY_PEER,
          CUT,
          TIMED_OUT,
          WRONG_VERSION,
          WRONG_SUITE,
          WRONG_METHOD,
          WRONG_ROLE,
          REFLECTED,
          LOW_ORDER_POINT,
          BAD_TAG,
          BAD_SIGNATURE,
          BAD_COMMITMENT,
          MALFORMED,
          TOO_LARGE,
          OUT_OF_ORDER,
          CREDIT_EXCEEDED,
          TOO_MANY_STREAMS,
          UNKNOWN_PEER,
          PAIRING_CLOSED,
          WINDOW_CLOSED,
          NOT_CONFIRMED_HERE,
          NOT_CONFIRMED_BY_PEER,
          CLOCK_RAN_BACKWARDS,
          KEYS_TOO_OLD,
          BUSY,
          CANCELLED,
          DECOMPRESSION_LIMIT ->
          ResultCode.CANCELLED;
    };
  }

  private static String words(Duration wait) {
    long tenths = Math.max(1, (wait.toMillis() + 99) / 100);
    return tenths / 10 + "." + tenths % 10 + " s";
  }
}
