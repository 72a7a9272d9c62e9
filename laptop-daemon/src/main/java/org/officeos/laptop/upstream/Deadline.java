package org.officeos.laptop.upstream;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A moment on the clock that never runs backwards. */
final class Deadline {

  private final LongSupplier nanos;
  private final long end;

  private Deadline(LongSupplier nanos, long end) {
    this.nanos = nanos;
    this.end = end;
  }

  static Deadline after(Duration duration, LongSupplier nanos) {
    return new Deadline(nanos, nanos.getAsLong() + duration.toNanos());
  }

  /** Time left, zero when it has passed. */
  Duration remaining() {
    return Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
  }

  boolean passed() {
    return end - nanos.getAsLong() <= 0;
  }
}
