package org.officeos.laptop.upstream;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether, and after how long, to ask once more before anything of an answer was used. Pure; the
 * same rules as openai-python 1.x ({@code _base_client.py}), with a shorter patience.
 *
 * <p>At most two retries. {@code x-should-retry} decides where it is {@code true} or {@code false};
 * else 408, 409, 429 and 5xx are retried, and a connection that came to nothing. A wait that the
 * service names is kept up to {@link #PATIENCE} and ends the matter beyond; without one the wait is
 * 0.5 s, then 1 s, less up to a quarter by chance.
 */
final class RetryRule {

  /** Longest wait that is sat out here; a longer one is the caller's to know. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  static final int MAX_RETRIES = 2;

  private static final double FIRST_SECONDS = 0.5;
  private static final double MOST_SECONDS = 8;

  private RetryRule() {}

  /**
   * The wait before the next attempt, or empty to give up.
   *
   * @param retriesDone 0 before the first retry
   * @param status the HTTP status, 0 for a connection that came to nothing
   * @param shouldRetry the header {@code x-should-retry}
   * @param retryAfter the wait that the service names
   * @param chance 0 to 1
   */
  static Optional<Duration> waitBefore(
      int retriesDone,
      int status,
      @Nullable String shouldRetry,
      Optional<Duration> retryAfter,
      DoubleSupplier chance) {
    if (retriesDone >= MAX_RETRIES || !worthAnother(status, shouldRetry)) {
      return Optional.empty();
    }
    if (retryAfter.isPresent()) {
      return retryAfter.filter(wait -> wait.compareTo(PATIENCE) <= 0);
    }
    double seconds = Math.min(FIRST_SECONDS * (1 << retriesDone), MOST_SECONDS);
    double spread = 1 - 0.25 * chance.getAsDouble();
    return Optional.of(Duration.ofMillis(Math.round(seconds * spread * 1000)));
  }

  private static boolean worthAnother(int status, @Nullable String shouldRetry) {
    if ("true".equalsIgnoreCase(shouldRetry)) {
      return true;
    }
    if ("false".equalsIgnoreCase(shouldRetry)) {
      return false;
    }
    return status == 0 || status == 408 || status == 409 || status == 429 || status >= 500;
  }
}
