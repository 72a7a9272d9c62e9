package org.officeos.session.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A wall clock that stands still until a test moves it. Safe for use by several threads. */
public final class SettableClock implements InstantSource {

  /** Where {@link #atNoon()} starts. */
  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Instant now;

  /** A clock that says {@code start}. */
  public SettableClock(Instant start) {
    this.now = start;
  }

  /** A clock that says {@link #NOON}. */
  public static SettableClock atNoon() {
    return new SettableClock(NOON);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Sets the time, backwards too. */
  public synchronized void set(Instant instant) {
    now = instant;
  }

  /** Moves the time by {@code by}, which may be negative; returns the new time. */
  public synchronized Instant advance(Duration by) {
    now = now.plus(by);
    return now;
  }
}
