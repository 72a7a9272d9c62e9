package org.officeos.laptop.standin;

import java.time.Duration;

/**
 * A fault as real services have them, applied to one request for a picture or a text.
 *
 * @param kind which
 * @param time for {@code DELAY}
 * @param retryAfter the header's value, for {@code RATE_LIMITED}
 */
public record StandInFault(Kind kind, Duration time, String retryAfter) {

  /** Which fault. */
  public enum Kind {
    /** The answer comes late, and is right. */
    DELAY,
    /** The connection stays open and nothing comes, until the services close or faults clear. */
    STALL,
    /** The connection breaks in the middle of the answer. */
    CUT,
    /** HTTP 200 with a web page, as a login portal gives. */
    HTML_PAGE,
    /** HTTP 429 with {@code Retry-After}. */
    RATE_LIMITED,
    /** HTTP 500 with the service's own error shape. */
    SERVER_ERROR,
    /** HTTP 200 with JSON of another interface. */
    WRONG_JSON,
    /** A right answer that claims to be {@code image/png}. */
    LYING_TYPE,
    /** A PNG of 10 000 × 10 000 pixels, small as a file; a text service answers rightly. */
    HUGE_PNG,
    /** Something else than base64 where the picture should be; a text service answers rightly. */
    GARBAGE_BASE64
  }

  /** A fault without more to say. */
  public static StandInFault of(Kind kind) {
    return new StandInFault(kind, Duration.ZERO, "1");
  }

  /** The answer comes so much later. */
  public static StandInFault delay(Duration time) {
    return new StandInFault(Kind.DELAY, time, "1");
  }

  /** HTTP 429 that asks to wait: seconds or an HTTP date. */
  public static StandInFault rateLimited(String retryAfter) {
    return new StandInFault(Kind.RATE_LIMITED, Duration.ZERO, retryAfter);
  }
}
