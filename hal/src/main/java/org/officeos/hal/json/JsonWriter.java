package org.officeos.hal.json;

import java.util.Map;

/**
 * Writes a value as compact JSON on one line. Every control character, the C1 block, the line and
 * paragraph separators, directional controls and lone surrogates are escaped, so that a line shown
 * by accident on a terminal cannot move its cursor.
 */
final class JsonWriter {

  private JsonWriter() {}

  static String write(JsonValue value) {
    StringBuilder out = new StringBuilder();
    append(value, out);
    return out.toString();
  }

  private static void append(JsonValue value, StringBuilder out) {
    if (value instanceof JsonValue.Obj object) {
      out.append('{');
      String comma = "";
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        out.append(comma);
        quote(member.getKey(), out);
        out.append(':');
        append(member.getValue(), out);
        comma = ",";
      }
      out.append('}');
    } else if (value instanceof JsonValue.Arr array) {
      out.append('[');
      String comma = "";
      for (JsonValue item : array.items()) {
        out.append(comma);
        append(item, out);
        comma = ",";
      }
      out.append(']');
    } else if (value instanceof JsonValue.Text text) {
      quote(text.value(), out);
    } else {
      out.append(value);
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    text.codePoints().forEach(c -> character(c, out));
    out.append('"');
  }

  private static void character(int c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (needsEscape(c)) {
          for (char unit : Character.toChars(c)) {
            out.append("\\u").append(Character.forDigit(unit >> 12, 16));
            out.append(Character.forDigit(unit >> 8 & 15, 16));
            out.append(Character.forDigit(unit >> 4 & 15, 16));
            out.append(Character.forDigit(unit & 15, 16));
          }
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }

  private static boolean needsEscape(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
