package org.officeos.hal.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.officeos.hal.json.JsonException.Reason;

/**
 * Reads one JSON value strictly (RFC 8259), within bounds; the text may come from a hostile end.
 */
public final class JsonReader {

  /** Deepest nesting that is read. */
  public static final int MAX_DEPTH = 16;

  /** Longest text that is read, in characters. */
  public static final int MAX_CHARS = 256 * 1024;

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]{0,40})(?:\\.[0-9]{1,40})?(?:[eE][+-]?[0-9]{1,4})?");

  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * The one value that the text holds.
   *
   * @throws JsonException with the first thing that is wrong
   */
  public static JsonValue read(String text) throws JsonException {
    if (text.length() > MAX_CHARS) {
      throw new JsonException(Reason.TOO_LONG, MAX_CHARS);
    }
    JsonReader reader = new JsonReader(text);
    JsonValue value = reader.value(0);
    reader.space();
    if (reader.at < text.length()) {
      throw new JsonException(Reason.TRAILING, reader.at);
    }
    return value;
  }

  private JsonValue value(int depth) throws JsonException {
    if (depth > MAX_DEPTH) {
      throw new JsonException(Reason.TOO_DEEP, at);
    }
    space();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> new JsonValue.Text(string());
      case 't' -> word("true", new JsonValue.Bool(true));
      case 'f' -> word("false", new JsonValue.Bool(false));
      case 'n' -> word("null", new JsonValue.Nothing());
      default -> number();
    };
  }

  private JsonValue object(int depth) throws JsonException {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    at++;
    space();
    if (peek() == '}') {
      at++;
      return new JsonValue.Obj(Collections.unmodifiableMap(members));
    }
    while (true) {
      space();
      int start = at;
      String name = string();
      space();
      take(':');
      if (members.put(name, value(depth + 1)) != null) {
        throw new JsonException(Reason.DUPLICATE, start);
      }
      if (endOf('}')) {
        return new JsonValue.Obj(Collections.unmodifiableMap(members));
      }
    }
  }

  private JsonValue array(int depth) throws JsonException {
    List<JsonValue> items = new ArrayList<>();
    at++;
    space();
    if (peek() == ']') {
      at++;
      return new JsonValue.Arr(Collections.unmodifiableList(items));
    }
    while (true) {
      items.add(value(depth + 1));
      if (endOf(']')) {
        return new JsonValue.Arr(Collections.unmodifiableList(items));
      }
    }
  }

  private boolean endOf(char closing) throws JsonException {
    space();
    if (peek() == closing) {
      at++;
      return true;
    }
    take(',');
    return false;
  }

  private String string() throws JsonException {
    take('"');
    StringBuilder out = new StringBuilder();
    while (true) {
      char c = peek();
      at++;
      if (c == '"') {
        return out.toString();
      }
      if (c < ' ') {
        throw new JsonException(Reason.UNEXPECTED, at - 1);
      }
      out.append(c == '\\' ? escaped() : c);
    }
  }

  private char escaped() throws JsonException {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> throw new JsonException(Reason.UNEXPECTED, at - 1);
    };
  }

  private char unit() throws JsonException {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0 || peek() > 'f') {
        throw new JsonException(Reason.UNEXPECTED, at);
      }
      unit = unit << 4 | digit;
      at++;
    }
    return (char) unit;
  }

  private JsonValue number() throws JsonException {
    Matcher matcher = NUMBER.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw new JsonException(Reason.UNEXPECTED, at);
    }
    at = matcher.end();
    return new JsonValue.Num(matcher.group());
  }

  private JsonValue word(String word, JsonValue value) throws JsonException {
    if (!text.startsWith(word, at)) {
      throw new JsonException(Reason.UNEXPECTED, at);
    }
    at += word.length();
    return value;
  }

  private void take(char expected) throws JsonException {
    if (peek() != expected) {
      throw new JsonException(Reason.UNEXPECTED, at);
    }
    at++;
  }

  private char peek() throws JsonException {
    if (at >= text.length()) {
      throw new JsonException(Reason.TRUNCATED, at);
    }
    return text.charAt(at);
  }

  private void space() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
