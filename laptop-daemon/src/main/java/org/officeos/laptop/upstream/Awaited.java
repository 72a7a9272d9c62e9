package org.officeos.laptop.upstream;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One answer that one caller waits for, given by whoever is first: the service, the person who
 * cancels, or the clock. Later answers are dropped. Safe for use by several threads.
 */
final class Awaited<T> {

  private final CountDownLatch settled = new CountDownLatch(1);
  private @Nullable T value;
  private @Nullable UpstreamException failure;

  synchronized void give(T given) {
    if (settled.getCount() != 0) {
      value = given;
      settled.countDown();
    }
  }

  synchronized void fail(UpstreamException why) {
    if (settled.getCount() != 0) {
      failure = why;
      settled.countDown();
    }
  }

  boolean isSettled() {
    return settled.getCount() == 0;
  }

  /** Waits until there is an answer; whether there was one in time. */
  boolean settledWithin(Duration duration) throws InterruptedException {
    return settled.await(duration.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Waits for the answer, or for the deadline. */
  T await(Deadline deadline) throws UpstreamException, InterruptedException {
    if (!settledWithin(deadline.remaining())) {
      fail(Faults.late());
    }
    synchronized (this) {
      if (failure != null) {
        throw failure;
      }
      return Optional.ofNullable(value).orElseThrow();
    }
  }
}
