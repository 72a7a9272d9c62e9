package org.officeos.handheld.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.officeos.session.bytecode.Field;

/** Checks a request against the instruction set's own bounds, in words for people. */
final class Bounds {

  private Bounds() {}

  static void text(String what, String text, Field field) {
    int bytes = utf8Length(text);
    if (bytes < field.min() || bytes > field.max()) {
      throw new IllegalArgumentException(
          what + " has " + field.min() + " to " + field.max() + " bytes, not " + bytes);
    }
    wellFormed(what, text);
  }

  /** Refuses half of a surrogate pair, which UTF-8 cannot carry. */
  static void wellFormed(String what, String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(what + " is not well-formed Unicode");
    }
  }

  static void number(String what, long number, Field field) {
    if (number < field.min() || number > field.max()) {
      throw new IllegalArgumentException(
          what + " is " + field.min() + " to " + field.max() + ", not " + number);
    }
  }

  static void timeout(Duration timeout) {
    number("the timeout in milliseconds", timeout.toMillis(), Field.DEADLINE_MILLIS);
  }

  static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
