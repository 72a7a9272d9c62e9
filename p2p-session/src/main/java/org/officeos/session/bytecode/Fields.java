package org.officeos.session.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Typed values by tag, in ascending order of the tags' numbers, and the unknown fields that came
 * with them. Immutable.
 *
 * @param <T> {@link Field} or {@link Meta}
 */
final class Fields<T extends Enum<T> & Tag> {

  private final TagTable<T> table;
  private final @Nullable Object[] values;
  private final List<UnknownField> unknown;

  /** Takes both over: values lie at their tags' numbers, unknown fields in ascending order. */
  Fields(TagTable<T> table, @Nullable Object[] values, List<UnknownField> unknown) {
    this.table = table;
    this.values = values;
    this.unknown = unknown;
  }

  static <T extends Enum<T> & Tag> Fields<T> none(TagTable<T> table) {
    return new Fields<>(table, new @Nullable Object[table.size()], List.of());
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
    @Nullable Object[] more = values.clone();
    more[tag.number()] = value instanceof byte[] bytes ? bytes.clone() : value;
    return new Fields<>(table, more, unknown);
  }

  TagTable<T> table() {
    return table;
  }

  /** The value itself; readers leave an array alone. */
  @Nullable Object valueAt(int number) {
    return values[number];
  }

  List<UnknownField> unknown() {
    return unknown;
  }

  boolean has(T tag) {
    return values[tag.number()] != null;
  }

  Optional<String> text(T tag) {
    return values[tag.number()] instanceof String text ? Optional.of(text) : Optional.empty();
  }

  OptionalLong number(T tag) {
    return values[tag.number()] instanceof Long n ? OptionalLong.of(n) : OptionalLong.empty();
  }

  Optional<byte[]> bytes(T tag) {
    return values[tag.number()] instanceof byte[] bytes
        ? Optional.of(bytes.clone())
        : Optional.empty();
  }

  List<Turn> turns(T tag) {
    List<Turn> turns = new ArrayList<>();
    if (values[tag.number()] instanceof List<?> list) {
      list.forEach(turn -> turns.add((Turn) turn));
    }
    return Collections.unmodifiableList(turns);
  }

  /** Tags with numbers in full and the lengths of everything that a person may have written. */
  @Override
  public String toString() {
    StringJoiner words = new StringJoiner(", ");
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value != null) {
        words.add(
            table.ofNumber(i) + "=" + (value instanceof Long ? value : "[" + length(value) + "]"));
      }
    }
    unknown.forEach(field -> words.add(field.toString()));
    return words.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fields<?> that
        && Arrays.deepEquals(values, that.values)
        && unknown.equals(that.unknown);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.deepHashCode(values) + unknown.hashCode();
  }

  private static int length(Object value) {
    if (value instanceof byte[] bytes) {
      return bytes.length;
    }
    return value instanceof String text ? text.length() : ((List<?>) value).size();
  }
}
