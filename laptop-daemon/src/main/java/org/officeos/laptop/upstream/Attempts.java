package org.officeos.laptop.upstream;

import java.time.Duration;
import java.util.Optional;

/**
 * Asks a service of the OpenAI family, and asks again where that is right: in another dialect where
 * the service names a field it does not take, and after a wait where {@link RetryRule} says so.
 * Remembers the dialect. Safe for use by several threads.
 */
final class Attempts {

  /** One attempt. A connection that came to nothing is an {@code UNREACHABLE}. */
  @FunctionalInterface
  interface Once<T> {
    Attempt<T> attempt(Dialect dialect) throws UpstreamException, InterruptedException;
  }

  private final Timing timing;
  private volatile Dialect dialect = Dialect.FIRST;

  Attempts(Timing timing) {
    this.timing = timing;
  }

  <T> T run(Once<T> once, Deadline deadline, CancelSignal cancel)
      throws UpstreamException, InterruptedException {
    int retries = 0;
    while (true) {
      Dialect spoken = dialect;
      Attempt<T> attempt = attempt(once, spoken, cancel);
      if (attempt instanceof Attempt.Done<T> done) {
        return done.value();
      }
      Attempt.Refused<T> refused = (Attempt.Refused<T>) attempt;
      Optional<Dialect> other = refused.otherThan(spoken);
      if (other.isPresent()) {
        dialect = other.get();
        continue;
      }
      sitOut(refused, retries, deadline, cancel);
      retries++;
    }
  }

  private <T> Attempt<T> attempt(Once<T> once, Dialect spoken, CancelSignal cancel)
      throws UpstreamException, InterruptedException {
    if (cancel.isCancelled()) {
      throw Faults.cancelled();
    }
    try {
      return once.attempt(spoken);
    } catch (UpstreamException fault) {
      if (fault.reason() == UpstreamException.Reason.UNREACHABLE) {
        return Attempt.Refused.withoutAnswer(fault);
      }
      throw fault;
    }
  }

  private <T> void sitOut(
      Attempt.Refused<T> refused, int retries, Deadline deadline, CancelSignal cancel)
      throws UpstreamException, InterruptedException {
    Optional<Duration> wait =
        RetryRule.waitBefore(
                retries,
                refused.status(),
                refused.shouldRetry(),
                refused.retryAfter(),
                timing.chance())
            .filter(pause -> pause.compareTo(deadline.remaining()) < 0);
    if (wait.isEmpty()) {
      throw refused.why();
    }
    if (timing.pause().cancelledWithin(wait.get(), cancel)) {
      throw Faults.cancelled();
    }
  }
}
