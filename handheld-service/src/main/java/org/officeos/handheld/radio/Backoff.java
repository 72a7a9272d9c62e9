package org.officeos.handheld.radio;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to rest after an attempt that failed: 1 s, then twice as long each time, up to two
 * minutes, less up to a quarter by chance so that several handhelds do not search in step. A search
 * keeps the radio awake for seconds, so two minutes of rest costs the battery a tenth of searching
 * all the time.
 */
final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int DOUBLINGS = 7;

  private final RandomGenerator random;
  private int failures;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** After a failure: how long to rest now. */
  Duration next() {
    long nanos = failures < DOUBLINGS ? FIRST.toNanos() << failures : LONGEST.toNanos();
    failures = Math.min(failures + 1, DOUBLINGS);
    return Duration.ofNanos(nanos - random.nextLong(nanos / 4));
  }

  /** After a success, or a sign that the laptop is near. */
  void reset() {
    failures = 0;
  }
}
