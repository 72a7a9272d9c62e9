package org.officeos.hal.airgap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A service of ours as systemd takes it: its file, and after it the files that change it. Source:
 * systemd.unit(5), systemd.syntax(7).
 *
 * @param name such as {@code officeos-guard.service}
 * @param starts whether something wants it at boot and nothing masks it
 * @param settings what its files say, in order
 */
public record OwnUnit(String name, boolean starts, List<Setting> settings) {

  private static final Set<String> YES = Set.of("yes", "y", "true", "t", "on", "1");

  /** One line. An empty value takes back what a list had before. */
  public record Setting(String key, String value) {}

  /** Keeps a copy. */
  public OwnUnit {
    settings = List.copyOf(settings);
  }

  /**
   * Reads its files; what is no assignment is passed over, as systemd does.
   *
   * @param files the unit's own first, then those that change it, in the order in which they count
   */
  public static OwnUnit of(String name, boolean starts, List<TextFile> files) {
    List<Setting> settings = new ArrayList<>();
    for (TextFile file : files) {
      for (String line : file.lines("#;")) {
        int equals = line.indexOf('=');
        if (equals > 0 && !line.startsWith("[")) {
          settings.add(
              new Setting(line.substring(0, equals).strip(), line.substring(equals + 1).strip()));
        }
      }
    }
    return new OwnUnit(name, starts, settings);
  }

  /** What a key has now: all its values since it was last emptied. */
  List<String> values(String key) {
    List<String> values = new ArrayList<>();
    for (Setting each : settings) {
      if (each.key().equals(key)) {
        if (each.value().isEmpty()) {
          values.clear();
        } else {
          values.add(each.value());
        }
      }
    }
    return values;
  }

  /** The words of all its values. */
  List<String> words(String key) {
    List<String> words = new ArrayList<>();
    values(key).forEach(each -> words.addAll(List.of(each.split("\\s+", -1))));
    return words;
  }

  /** What was said last, if anything was. */
  Optional<String> last(String key) {
    List<String> values = values(key);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  boolean isSet(String key) {
    return settings.stream().anyMatch(each -> each.key().equals(key));
  }

  boolean isYes(String key) {
    return last(key).filter(each -> YES.contains(each.toLowerCase(Locale.ROOT))).isPresent();
  }

  UnitRole role() {
    return UnitRole.of(name);
  }
}
