package org.officeos.hil.timeline;

import java.util.Optional;

/**
 * A line of the lab's table.
 *
 * @param state {@code passed}, {@code failed} or {@code skipped}
 * @param name the scenario, or {@code SCENARIO: TEST}
 * @param seconds how long, as the lab wrote it
 * @param reason why it failed, or what it has to say
 */
record Row(String state, String name, String seconds, String reason) {

  private static final int LONGEST = 1000;

  /** A line of {@code rows.tsv}; empty where it is none. */
  static Optional<Row> of(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length < 4 || !parts[0].matches("passed|failed|skipped")) {
      return Optional.empty();
    }
    return Optional.of(new Row(parts[0], cut(parts[1]), cut(parts[2]), cut(parts[3])));
  }

  private static String cut(String words) {
    return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
  }
}
