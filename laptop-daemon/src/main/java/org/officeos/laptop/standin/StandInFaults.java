package org.officeos.laptop.standin;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Says which requests go wrong, and how. Safe for use by several threads. */
public final class StandInFaults {

  private final Deque<StandInFault> once = new ArrayDeque<>();
  private @Nullable StandInFault always;
  private long clearings;

  StandInFaults() {}

  /** The next request for a picture or a text goes wrong so; calls queue up. */
  public synchronized void next(StandInFault fault) {
    once.add(fault);
  }

  /** Every request goes wrong so, after those of {@link #next}. */
  public synchronized void always(StandInFault fault) {
    always = fault;
  }

  /** From now on everything goes right, and whatever is stalled goes on. */
  public synchronized void clear() {
    once.clear();
    always = null;
    clearings++;
    notifyAll();
  }

  /** The fault of the request that asks; a delay or a stall is sat out here. */
  synchronized Optional<StandInFault> take() throws InterruptedException {
    StandInFault fault = once.isEmpty() ? always : once.poll();
    if (fault == null) {
      return Optional.empty();
    }
    boolean late = fault.kind() == StandInFault.Kind.DELAY;
    boolean stalled = fault.kind() == StandInFault.Kind.STALL;
    if (late || stalled) {
      sleepUntilCleared(late ? fault.time() : Duration.ofDays(1));
      return Optional.empty();
    }
    return Optional.of(fault);
  }

  private void sleepUntilCleared(Duration time) throws InterruptedException {
    long seen = clearings;
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos();
        left > 0 && clearings == seen;
        left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }
}
