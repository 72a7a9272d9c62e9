package org.officeos.hal.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One JSON value (RFC 8259). Immutable; printed as compact text on one line. */
public sealed interface JsonValue {

  /** An object, its members in the order written. */
  record Obj(Map<String, JsonValue> members) implements JsonValue {
    /** A member, where it is there. */
    public Optional<JsonValue> get(String name) {
      return Optional.ofNullable(members.get(name));
    }

    /** A member that is a text, where it is there. */
    public Optional<String> text(String name) {
      return members.get(name) instanceof Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** A member that is a whole number within 64 bits, where it is there. */
    public OptionalLong number(String name) {
      if (members.get(name) instanceof Num number) {
        try {
          return OptionalLong.of(Long.parseLong(number.literal()));
        } catch (NumberFormatException notWhole) {
          return OptionalLong.empty();
        }
      }
      return OptionalLong.empty();
    }

    @Override
    public String toString() {
      return JsonWriter.write(this);
    }
  }

  /** An array. */
  record Arr(List<JsonValue> items) implements JsonValue {
    @Override
    public String toString() {
      return JsonWriter.write(this);
    }
  }

  /** A string. */
  record Text(String value) implements JsonValue {
    @Override
    public String toString() {
      return JsonWriter.write(this);
    }
  }

  /**
   * A number, kept as it is written so that nothing is lost.
   *
   * @param literal as in RFC 8259 section 6
   */
  record Num(String literal) implements JsonValue {
    @Override
    public String toString() {
      return literal;
    }
  }

  /** True or false. */
  record Bool(boolean value) implements JsonValue {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /** The value {@code null}. */
  record Nothing() implements JsonValue {
    @Override
    public String toString() {
      return "null";
    }
  }
}
