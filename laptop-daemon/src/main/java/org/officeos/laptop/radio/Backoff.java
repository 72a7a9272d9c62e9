package org.officeos.laptop.radio;

import java.time.Duration;

/**
 * How long to rest after a failure: 1 s, then twice as long each time, up to one minute. There is
 * one laptop for each supplicant, so that nothing is left to chance.
 */
final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int DOUBLINGS = 6;

  private int failures;

  /** After a failure: how long to rest now. */
  Duration next() {
    Duration rest = failures < DOUBLINGS ? FIRST.multipliedBy(1L << failures) : LONGEST;
    failures = Math.min(failures + 1, DOUBLINGS);
    return rest;
  }

  /** After a success that lasted, or when what was missing is back. */
  void reset() {
    failures = 0;
  }
}
