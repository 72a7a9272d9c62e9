package org.officeos.laptop.upstream;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When something new was last heard of a service. Safe for use by several threads. */
final class Liveness {

  private final LongSupplier nanos;
  private final long patience;
  private volatile long last;

  Liveness(LongSupplier nanos, Duration patience) {
    this.nanos = nanos;
    this.patience = patience.toNanos();
    this.last = nanos.getAsLong();
  }

  void heard() {
    last = nanos.getAsLong();
  }

  boolean lost() {
    return nanos.getAsLong() - last > patience;
  }
}
