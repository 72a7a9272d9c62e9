package org.officeos.laptop.upstream;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits, unless the answer is no longer wanted. */
@FunctionalInterface
interface Pause {

  /** Waits on a real clock. */
  Pause REAL =
      (duration, cancel) -> {
        CountDownLatch cancelled = new CountDownLatch(1);
        cancel.onCancel(cancelled::countDown);
        return cancelled.await(duration.toNanos(), TimeUnit.NANOSECONDS);
      };

  /** Waits for {@code duration}, or less when cancelled; whether it was cancelled. */
  boolean cancelledWithin(Duration duration, CancelSignal cancel) throws InterruptedException;
}
