package org.officeos.handheld.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** When to say that a relationship's end is near, and how. Pure. */
final class Expiry {

  /** Days left from which on there is a warning, each sharper than the one before. */
  enum Level {
    WEEK(7),
    THREE_DAYS(3),
    LAST_DAY(1);

    private final int days;

    Level(int days) {
      this.days = days;
    }

    int days() {
      return days;
    }
  }

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

  private Expiry() {}

  /** The sharpest warning that is due, or none while more than a week is left or all is over. */
  static Optional<Level> warning(Instant expires, Instant now) {
    Duration left = Duration.between(now, expires);
    if (left.isZero() || left.isNegative()) {
      return Optional.empty();
    }
    Optional<Level> due = Optional.empty();
    for (Level level : Level.values()) {
      if (left.compareTo(Duration.ofDays(level.days())) <= 0) {
        due = Optional.of(level);
      }
    }
    return due;
  }

  /** Time left in words: days rounded up, or whole hours in the last two days. */
  static String left(Instant expires, Instant now) {
    Duration left = Duration.between(now, expires);
    if (left.isZero() || left.isNegative()) {
      return "expired";
    }
    if (left.compareTo(Duration.ofDays(2)) > 0) {
      return left.plusDays(1).minusNanos(1).toDays() + " days left";
    }
    long hours = left.toHours();
    return hours == 0
        ? "less than an hour left"
        : hours == 1 ? "1 hour left" : hours + " hours left";
  }

  /** A date as people read it, in UTC. */
  static String date(Instant instant) {
    return DAY.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }
}
