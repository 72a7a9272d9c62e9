package org.officeos.wpa.dbus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * Reads what came over the bus: nothing is taken for granted, neither presence nor type nor size.
 */
final class Values {

  private static final int LONGEST_TEXT = 1024;
  private static final int LONGEST_BYTES = 8192;
  private static final int MOST_PATHS = 1024;

  private final Map<?, ?> entries;

  private Values(Map<?, ?> entries) {
    this.entries = entries;
  }

  /** A dictionary; anything else reads as an empty one. */
  static Values of(@Nullable Object dictionary) {
    return bare(dictionary) instanceof Map<?, ?> map ? new Values(map) : new Values(Map.of());
  }

  Optional<String> text(String key) {
    return text(entries.get(key));
  }

  Optional<String> path(String key) {
    return path(entries.get(key));
  }

  Optional<byte[]> bytes(String key) {
    return bytes(entries.get(key));
  }

  Optional<byte[]> bytes(String key, int length) {
    return bytes(key).filter(b -> b.length == length);
  }

  OptionalInt number(String key) {
    return number(entries.get(key));
  }

  Optional<Boolean> flag(String key) {
    return bare(entries.get(key)) instanceof Boolean b ? Optional.of(b) : Optional.empty();
  }

  List<String> texts(String key) {
    return texts(entries.get(key));
  }

  static Optional<String> text(@Nullable Object value) {
    return bare(value) instanceof String s && s.length() <= LONGEST_TEXT
        ? Optional.of(s)
        : Optional.empty();
  }

  static Optional<String> path(@Nullable Object value) {
    return bare(value) instanceof DBusPath p && p.getPath().length() <= LONGEST_TEXT
        ? Optional.of(p.getPath())
        : Optional.empty();
  }

  static OptionalInt number(@Nullable Object value) {
    return bare(value) instanceof Number n
            && n.longValue() >= Integer.MIN_VALUE
            && n.longValue() <= Integer.MAX_VALUE
        ? OptionalInt.of(n instanceof Byte b ? b & 0xff : n.intValue())
        : OptionalInt.empty();
  }

  static Optional<byte[]> bytes(@Nullable Object value) {
    Object bare = bare(value);
    if (bare instanceof byte[] octets) {
      return octets.length <= LONGEST_BYTES ? Optional.of(octets.clone()) : Optional.empty();
    }
    if (!(bare instanceof List<?> list) || list.size() > LONGEST_BYTES) {
      return Optional.empty();
    }
    byte[] octets = new byte[list.size()];
    for (int i = 0; i < octets.length; i++) {
      if (!(list.get(i) instanceof Byte octet)) {
        return Optional.empty();
      }
      octets[i] = octet;
    }
    return Optional.of(octets);
  }

  static List<String> texts(@Nullable Object value) {
    return items(value).stream().flatMap(item -> text(item).stream()).toList();
  }

  static List<String> paths(@Nullable Object value) {
    return items(value).stream().flatMap(item -> path(item).stream()).toList();
  }

  private static List<?> items(@Nullable Object value) {
    Object bare = bare(value);
    if (bare instanceof Object[] array) {
      return List.of(array).stream().limit(MOST_PATHS).toList();
    }
    return bare instanceof List<?> list ? list.stream().limit(MOST_PATHS).toList() : List.of();
  }

  private static @Nullable Object bare(@Nullable Object value) {
    Object bare = value;
    while (bare instanceof Variant<?> variant) {
      bare = variant.getValue();
    }
    return bare;
  }
}
