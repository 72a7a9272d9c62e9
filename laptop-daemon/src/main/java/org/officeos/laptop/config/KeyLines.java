package org.officeos.laptop.config;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds the line on which a dotted key stands. The TOML reader hands over a tree without places, so
 * that this looks for headers and assignments itself; a miss gives 0 and costs the message its
 * line, nothing more.
 */
final class KeyLines {

  private final Map<String, Integer> lines = new HashMap<>();

  KeyLines(String text) {
    String table = "";
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      String words = line.strip();
      if (words.startsWith("[")) {
        int end = words.indexOf(']');
        table = end < 0 ? table : plain(words.substring(words.startsWith("[[") ? 2 : 1, end));
        remember(table, number);
      } else if (!words.startsWith("#") && words.indexOf('=') > 0) {
        String key = plain(words.substring(0, words.indexOf('=')));
        remember(table.isEmpty() ? key : table + "." + key, number);
      }
    }
  }

  /** The line of a key, counted from 1; 0 where it was not found. */
  int of(String key) {
    return lines.getOrDefault(key, 0);
  }

  /** The key, and every table that it is the first to name. */
  private void remember(String key, int line) {
    lines.putIfAbsent(key, line);
    for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
      lines.putIfAbsent(key.substring(0, dot), line);
    }
  }

  private static String plain(String key) {
    return key.replace("\"", "").replace("'", "").replace(" ", "");
  }
}
