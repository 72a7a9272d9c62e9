package org.officeos.laptop.upstream;

import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Everything about time and chance that the clients need, so that tests can hold it.
 *
 * @param wall the time of day, to read HTTP dates by
 * @param nanos a clock that never runs backwards, to keep deadlines by
 * @param pause waits between attempts
 * @param chance 0 inclusive to 1 exclusive, to spread attempts
 */
record Timing(InstantSource wall, LongSupplier nanos, Pause pause, DoubleSupplier chance) {

  static Timing system() {
    return new Timing(
        InstantSource.system(),
        System::nanoTime,
        Pause.REAL,
        () -> ThreadLocalRandom.current().nextDouble());
  }
}
