package org.officeos.laptop.upstream;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a service gave no answer, out of a closed list. The message is the reason alone, so that a
 * log may have it; the detail is for whoever asked, and may quote the service.
 */
public final class UpstreamException extends Exception {

  /** Longest detail, in characters. */
  public static final int MAX_DETAIL = 300;

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** Nobody answers at the configured address; start the service or mend the address. */
    UNREACHABLE,
    /** The service did not answer in time, or stalled. */
    TIMEOUT,
    /** The service answered with an error of its own. */
    ERROR,
    /** The service, or the queue before it, asks to wait; {@link #retryAfter} says how long. */
    RATE_LIMITED,
    /** The answer is not what it claims, or not what the interface defines, or was cut. */
    INVALID,
    /** The answer is larger than the settings allow. */
    TOO_LARGE,
    /** The answer was no longer wanted. */
    CANCELLED,
    /** The service wants a key, or refuses the configured one. */
    NOT_AUTHORIZED
  }

  private final Reason reason;
  private final String detail;
  private final transient Optional<Duration> retryAfter;

  /**
   * A reason with its detail.
   *
   * @param detail a short sentence for people, naming the cause and the next step; never a key,
   *     never a whole answer; cut at {@link #MAX_DETAIL}
   * @param retryAfter how long to wait before asking again, where that is known
   */
  public UpstreamException(Reason reason, String detail, Optional<Duration> retryAfter) {
    this(reason, detail, retryAfter, null);
  }

  /** The same, with what lay behind it. */
  public UpstreamException(
      Reason reason, String detail, Optional<Duration> retryAfter, @Nullable Throwable cause) {
    super(reason.name(), cause);
    this.reason = reason;
    this.detail = detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL);
    this.retryAfter = retryAfter;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** Cause and next step, for whoever asked. Not for logs: it may quote the service. */
  public String detail() {
    return detail;
  }

  /** How long to wait before asking again, where that is known. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
