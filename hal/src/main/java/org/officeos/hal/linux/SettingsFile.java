package org.officeos.hal.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Other programs' settings, read line by line: what they have in common is enough here. */
final class SettingsFile {

  private static final int MAX = 65_536;

  private SettingsFile() {}

  /** Lines without comments and spaces at the ends; empty where the file cannot be read. */
  static Optional<List<String>> lines(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      List<String> lines = new ArrayList<>();
      for (String line : new String(in.readNBytes(MAX), UTF_8).split("\n", -1)) {
        String bare = line.strip();
        if (!bare.isEmpty() && !bare.startsWith("#")) {
          lines.add(bare);
        }
      }
      return Optional.of(lines);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What stands behind {@code key=}, or {@code key = }, for the last time. */
  static Optional<String> value(List<String> lines, String key) {
    Optional<String> found = Optional.empty();
    for (String line : lines) {
      int equals = line.indexOf('=');
      if (equals > 0 && line.substring(0, equals).strip().equals(key)) {
        found = Optional.of(line.substring(equals + 1).strip());
      }
    }
    return found;
  }

  /** The words behind a keyword at the beginning of a line, of all such lines. */
  static List<String> words(List<String> lines, String keyword) {
    List<String> words = new ArrayList<>();
    for (String line : lines) {
      List<String> parts = Arrays.asList(line.split("\\s+", -1));
      if (parts.get(0).equals(keyword)) {
        words.addAll(parts.subList(1, parts.size()));
      }
    }
    return words;
  }

  /** Whether a shell pattern of {@code *} and {@code ?} fits. */
  static boolean fits(String pattern, String name) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    try {
      return name.matches(regex.toString());
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
