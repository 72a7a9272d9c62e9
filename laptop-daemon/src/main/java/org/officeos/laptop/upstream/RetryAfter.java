package org.officeos.laptop.upstream;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a service asks to wait. Pure.
 *
 * <p>Read in this order: {@code retry-after-ms}, {@code x-ms-retry-after-ms} (milliseconds), {@code
 * retry-after} (seconds, fractions too, or an HTTP date; RFC 9110 section 10.2.3). A value that
 * cannot be read counts as none; a past date as no wait; more than a day as a day.
 */
final class RetryAfter {

  /** Gives a header's value by its lower-case name, or null. */
  @FunctionalInterface
  interface HeaderLookup {
    @Nullable String value(String name);
  }

  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,9})?");

  private RetryAfter() {}

  /**
   * Reads the wait.
   *
   * @param header the answer's headers
   * @param now the time of day, for dates
   */
  static Optional<Duration> read(HeaderLookup header, Instant now) {
    return number(header.value("retry-after-ms"), 1e-3)
        .or(() -> number(header.value("x-ms-retry-after-ms"), 1e-3))
        .or(() -> number(header.value("retry-after"), 1))
        .or(() -> date(header.value("retry-after"), now));
  }

  private static Optional<Duration> number(@Nullable String value, double unitSeconds) {
    if (value == null || !NUMBER.matcher(value.strip()).matches()) {
      return Optional.empty();
    }
    double seconds = Double.parseDouble(value.strip()) * unitSeconds;
    return Optional.of(
        seconds >= LONGEST.toSeconds() ? LONGEST : Duration.ofMillis(Math.round(seconds * 1000)));
  }

  private static Optional<Duration> date(@Nullable String value, Instant now) {
    if (value == null || value.length() > 64) {
      return Optional.empty();
    }
    try {
      Instant at = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.strip()));
      Duration wait = Duration.between(now, at);
      if (wait.isNegative()) {
        return Optional.of(Duration.ZERO);
      }
      return Optional.of(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
