package org.officeos.hal.airgap;

import java.util.ArrayList;
import java.util.List;

/**
 * A file that people write, such as a script or a file of rules.
 *
 * @param path where it is, as it is to be shown
 * @param text all of it; from outside, and never shown
 */
public record TextFile(String path, String text) {

  /**
   * Its lines without comments and spaces at the ends, a line that ends with a backslash together
   * with the next.
   *
   * @param comments the characters that a comment begins with
   */
  List<String> lines(String comments) {
    List<String> lines = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String each : text.lines().toList()) {
      String bare = each.strip();
      if (!bare.isEmpty() && comments.indexOf(bare.charAt(0)) >= 0) {
        continue;
      }
      if (bare.endsWith("\\")) {
        open.append(bare, 0, bare.length() - 1).append(' ');
      } else {
        open.append(bare);
        add(lines, open);
      }
    }
    add(lines, open);
    return lines;
  }

  /**
   * Whether a line has all of these words. Most files have not one of them, and are not cut into
   * lines for that.
   *
   * @param comments as for {@link #lines}
   * @param words without spaces
   */
  boolean hasLine(String comments, List<String> words) {
    for (String word : words) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return lines(comments).stream().anyMatch(line -> words.stream().allMatch(line::contains));
  }

  private static void add(List<String> lines, StringBuilder open) {
    String line = open.toString().strip();
    open.setLength(0);
    if (!line.isEmpty()) {
      lines.add(line);
    }
  }
}
