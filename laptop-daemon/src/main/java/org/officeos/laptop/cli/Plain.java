package org.officeos.laptop.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Texts from outside made harmless for a terminal, and times as people read them. */
final class Plain {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Plain() {}

  /** Control and formatting characters become {@code ?}: a device chooses its own name. */
  static String harmless(String text) {
    return text.codePoints()
        .map(c -> printable(c) ? c : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean printable(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED;
  }

  static String minute(Instant when) {
    return MINUTE.format(when);
  }

  /** Such as {@code 3 min ago}; {@code never} for null. */
  static String ago(Instant then, Instant now) {
    Duration since = Duration.between(then, now);
    if (since.toMinutes() < 1) {
      return "just now";
    }
    if (since.toHours() < 1) {
      return since.toMinutes() + " min ago";
    }
    return since.toDays() < 1 ? since.toHours() + " h ago" : since.toDays() + " d ago";
  }
}
