package org.officeos.session.relationship;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Whether a relationship may be used now, and for how long.
 *
 * @param state the verdict
 * @param remaining time until it ends, by the latest time this device has seen; zero when expired
 */
public record Validity(State state, Duration remaining) {

  /** The verdicts. */
  public enum State {
    /** It may be used. */
    VALID,
    /** Its time is over: its secrets are to be erased. */
    EXPIRED,
    /**
     * The clock shows more than a day before a time it showed already. Nothing is refused for ever:
     * once the clock is set right, the relationship is valid again.
     */
    CLOCK_RAN_BACKWARDS
  }

  /** Days before the end at which the person is warned, ascending. */
  private static final int[] WARNINGS = {1, 3, 7};

  /** Whether it may be used. */
  public boolean isValid() {
    return state == State.VALID;
  }

  /**
   * 7, 3 or 1 when at most so many days remain, the smallest that applies; empty before that. Warn
   * when it changes.
   */
  public OptionalInt warningDays() {
    return state == State.EXPIRED
        ? OptionalInt.empty()
        : IntStream.of(WARNINGS)
            .filter(days -> remaining.compareTo(Duration.ofDays(days)) <= 0)
            .findFirst();
  }
}
