package org.officeos.hal.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Builds one JSON object, member by member, in order. Not safe for use by several threads. */
public final class JsonObject {

  private final Map<String, JsonValue> members = new LinkedHashMap<>();

  /** An object without members. */
  public JsonObject() {}

  /** Adds a text. */
  public JsonObject put(String name, String text) {
    return put(name, new JsonValue.Text(text));
  }

  /** Adds a whole number. */
  public JsonObject put(String name, long number) {
    return put(name, new JsonValue.Num(Long.toString(number)));
  }

  /** Adds true or false. */
  public JsonObject put(String name, boolean value) {
    return put(name, new JsonValue.Bool(value));
  }

  /** Adds a value. */
  public JsonObject put(String name, JsonValue value) {
    if (members.put(name, value) != null) {
      throw new IllegalArgumentException("twice: " + name);
    }
    return this;
  }

  /** Adds a text where there is one. */
  public JsonObject putIf(String name, Optional<String> text) {
    text.ifPresent(t -> put(name, t));
    return this;
  }

  /** Adds a number where there is one. */
  public JsonObject putIf(String name, OptionalLong number) {
    number.ifPresent(n -> put(name, n));
    return this;
  }

  /** Adds an array of objects. */
  public JsonObject put(String name, List<JsonValue.Obj> items) {
    return put(name, new JsonValue.Arr(Collections.unmodifiableList(new ArrayList<>(items))));
  }

  /** The object so far. */
  public JsonValue.Obj build() {
    return new JsonValue.Obj(Collections.unmodifiableMap(new LinkedHashMap<>(members)));
  }

  @Override
  public String toString() {
    return build().toString();
  }
}
