package org.officeos.session.bytecode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Typed values by tag, in ascending order of the tags' numbers. Immutable.
 *
 * @param <T> {@link Field} or {@link Meta}
 */
final class Fields<T extends Enum<T> & Tag> {

  private final SortedMap<T, Object> values;

  private Fields(SortedMap<T, Object> values) {
    this.values = values;
  }

  static <T extends Enum<T> & Tag> Fields<T> none() {
    return new Fields<>(new TreeMap<T, Object>());
  }

  /** A copy with one more value; the wrong form for the tag is a fault of the caller. */
  Fields<T> with(T tag, Object value) {
    boolean fits =
        switch (tag.type()) {
          case NUMBER -> value instanceof Long;
          case TEXT -> value instanceof String;
          case BYTES -> value instanceof byte[];
          case TURNS -> value instanceof List;
        };
    if (!fits) {
      throw new IllegalArgumentException(tag + " takes " + tag.type());
    }
    TreeMap<T, Object> more = new TreeMap<>(values);
    more.put(tag, value instanceof byte[] bytes ? bytes.clone() : value);
    return new Fields<>(more);
  }

  Map<T, Object> asMap() {
    return Collections.unmodifiableMap(values);
  }

  boolean has(T tag) {
    return values.containsKey(tag);
  }

  Optional<String> text(T tag) {
    return Optional.ofNullable(values.get(tag)).map(String.class::cast);
  }

  OptionalLong number(T tag) {
    Object value = values.get(tag);
    return value instanceof Long n ? OptionalLong.of(n) : OptionalLong.empty();
  }

  Optional<byte[]> bytes(T tag) {
    return Optional.ofNullable(values.get(tag)).map(v -> ((byte[]) v).clone());
  }

  List<Turn> turns(T tag) {
    List<Turn> turns = new ArrayList<>();
    if (values.get(tag) instanceof List<?> list) {
      list.forEach(turn -> turns.add((Turn) turn));
    }
    return Collections.unmodifiableList(turns);
  }

  /** Tags with numbers in full and the lengths of everything that a person may have written. */
  @Override
  public String toString() {
    StringBuilder words = new StringBuilder();
    values.forEach(
        (tag, value) ->
            words
                .append(words.isEmpty() ? "" : ", ")
                .append(tag)
                .append('=')
                .append(value instanceof Long ? value : "[" + lengthOf(value) + "]"));
    return words.toString();
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Fields<?> that) || !values.keySet().equals(that.values.keySet())) {
      return false;
    }
    return printable().equals(that.printable());
  }

  @Override
  public int hashCode() {
    return printable().hashCode();
  }

  private Map<Object, Object> printable() {
    Map<Object, Object> map = new LinkedHashMap<>();
    values.forEach(
        (tag, v) -> map.put(tag, v instanceof byte[] b ? HexFormat.of().formatHex(b) : v));
    return map;
  }

  private static int lengthOf(Object value) {
    if (value instanceof byte[] bytes) {
      return bytes.length;
    }
    return value instanceof String text ? text.length() : ((List<?>) value).size();
  }
}
