package org.officeos.handheld.cli;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Times as the guard writes them, put together by hand: the runtime's formatters would be loaded
 * with the first line, just after the first thing was shut, and nothing is heard meanwhile.
 */
final class GuardTimes {

  private static final int TO_THE_MINUTE = "2000-01-01T00:00".length();

  private GuardTimes() {}

  /** As {@link Instant#toString} has it, for years of four digits. */
  static String text(Instant then) {
    String text =
        LocalDateTime.ofEpochSecond(then.getEpochSecond(), then.getNano(), ZoneOffset.UTC)
            .toString();
    return text + (text.length() == TO_THE_MINUTE ? ":00Z" : "Z");
  }

  /** Such as {@code 12.3 ms}, rounded to tenths; 0 and more. */
  static String millis(long nanos) {
    long tenths = (nanos + 50_000) / 100_000;
    return tenths / 10 + "." + tenths % 10 + " ms";
  }
}
