package org.officeos.handheld.cli;

import java.time.Duration;

/**
 * When a watchdog gets its word. Whoever is awake anyhow gives it a little early, so that nobody
 * has to wake for it alone: from a half of the time on, and after five quarters of it at the
 * latest, which is well before a watchdog bites, at twice the time. Clocks are in nanoseconds and
 * of one kind. For one thread.
 */
final class Pulse {

  private final long every;
  private long last;

  /** One that has just beaten. */
  Pulse(Duration every, long now) {
    this.every = every.toNanos();
    last = now;
  }

  /** Nanoseconds until it has to beat, 0 and more. */
  long left(long now) {
    return Math.max(0, last + every + every / 4 - now);
  }

  /** Whether it beats now, by somebody who is awake; the time to the next one begins then. */
  boolean beats(long now) {
    boolean due = now - last >= every / 2;
    last = due ? now : last;
    return due;
  }
}
