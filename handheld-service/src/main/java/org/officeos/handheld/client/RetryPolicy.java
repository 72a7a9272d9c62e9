package org.officeos.handheld.client;

import java.time.Duration;
import java.util.Optional;

/**
 * When a request is tried again by itself. Pure.
 *
 * <p>While connecting, a failure is harmless: nothing was asked yet. Once the instruction was sent,
 * it is sent again only if the connection was lost before the first byte of the answer, and then
 * with the same request id. That is safe because no instruction of this version changes anything
 * outside but a count of requests: a picture or text is at worst begun twice, the laptop interrupts
 * the work of a handheld that vanished, and a laptop that keeps answers can take the request up by
 * its id. Once a byte of the answer came, nothing is ever sent again: a person may have read it.
 * Refusals are answers, and are never argued with.
 *
 * @param attempts how often a request is tried in all, 1 to 10
 * @param first the pause after the first failure; it doubles each time
 * @param longest the longest pause
 */
public record RetryPolicy(int attempts, Duration first, Duration longest) {

  /** Four attempts, with pauses of at most 0.25, 0.5 and 1 s. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(4, Duration.ofMillis(250), Duration.ofSeconds(4));

  /** One attempt. */
  public static final RetryPolicy NEVER = DEFAULT.withAttempts(1);

  /** How far an attempt had come when it failed. */
  public enum Stage {
    /** No session stood yet: nothing was asked. */
    CONNECTING,
    /** The instruction was handed to the session; no byte of an answer came. */
    SENT,
    /** At least one byte of the answer came. */
    ANSWERING
  }

  /** Refuses a number of attempts out of range. */
  public RetryPolicy {
    if (attempts < 1 || attempts > 10 || first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("1 to 10 attempts, with pauses that grow");
    }
  }

  /** The same pauses with another number of attempts. */
  public RetryPolicy withAttempts(int others) {
    return new RetryPolicy(others, first, longest);
  }

  /**
   * How long to pause before the next attempt, or empty where there is none.
   *
   * @param attempt the attempt that failed, counted from 1
   * @param stage how far it had come
   * @param reason why it failed
   * @param luck 0 to 1; takes up to a quarter off the pause, so that devices do not march in step
   */
  public Optional<Duration> pauseAfter(int attempt, Stage stage, Reason reason, double luck) {
    if (attempt >= attempts || !mayRepeat(stage, reason)) {
      return Optional.empty();
    }
    long doubled = first.toMillis() << Math.min(attempt - 1, 16);
    long capped = Math.min(doubled, longest.toMillis());
    return Optional.of(Duration.ofMillis((long) (capped * (1 - luck / 4))));
  }

  private static boolean mayRepeat(Stage stage, Reason reason) {
    boolean lost =
        reason == Reason.CONNECTION_CUT
            || reason == Reason.LAPTOP_CLOSED
            || reason == Reason.KEYS_TOO_OLD;
    return switch (stage) {
      case CONNECTING ->
          lost
              || reason == Reason.LINK_FAILED
              || reason == Reason.NO_ANSWER
              || reason == Reason.LAPTOP_BUSY;
      case SENT -> lost;
      case ANSWERING -> false;
    };
  }
}
