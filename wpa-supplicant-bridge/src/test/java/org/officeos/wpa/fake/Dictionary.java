package org.officeos.wpa.fake;

import fi.w1.wpa_supplicant1.InvalidArgs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** An argument dictionary, read as hostap reads it: another key or another type is refused. */
final class Dictionary {

  private final Map<String, Variant<?>> entries;

  private Dictionary(Map<String, Variant<?>> entries) {
    this.entries = entries;
  }

  /** Only these keys, of these types: {@code "peer", "o", "join", "b"}. */
  static Dictionary of(Map<String, Variant<?>> entries, String... allowed) {
    for (Map.Entry<String, Variant<?>> entry : entries.entrySet()) {
      boolean known = false;
      for (int i = 0; i < allowed.length; i += 2) {
        known |=
            allowed[i].equals(entry.getKey()) && allowed[i + 1].equals(entry.getValue().getSig());
      }
      if (!known) {
        throw new InvalidArgs(entry.getKey() + " of type " + entry.getValue().getSig());
      }
    }
    return new Dictionary(entries);
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  Optional<String> text(String key) {
    return get(key, String.class);
  }

  Optional<Integer> number(String key) {
    return get(key, Integer.class);
  }

  Optional<Integer> unsigned(String key) {
    return get(key, UInt32.class).map(UInt32::intValue);
  }

  boolean flag(String key) {
    return get(key, Boolean.class).orElse(false);
  }

  Optional<String> path(String key) {
    return get(key, DBusPath.class).map(DBusPath::getPath);
  }

  Optional<byte[]> bytes(String key) {
    Optional<Object> value = get(key, Object.class);
    if (value.isPresent() && value.get() instanceof List<?> list) {
      byte[] octets = new byte[list.size()];
      for (int i = 0; i < octets.length; i++) {
        octets[i] = (Byte) list.get(i);
      }
      return Optional.of(octets);
    }
    return value.map(byte[].class::cast);
  }

  static String need(Optional<String> value, String what) {
    return value.orElseThrow(() -> new InvalidArgs("no " + what));
  }

  private <T> Optional<T> get(String key, Class<T> type) {
    return Optional.ofNullable(entries.get(key)).map(Variant::getValue).map(type::cast);
  }
}
