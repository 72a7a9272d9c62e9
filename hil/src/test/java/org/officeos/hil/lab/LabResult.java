package org.officeos.hil.lab;

import java.time.Duration;
import java.util.Locale;

/**
 * What came of one test.
 *
 * @param className its class, whole
 * @param test its name, as a sentence without spaces
 * @param outcome what came of it
 * @param took how long, with the hosts it needs set up and taken down
 * @param reason one line; empty where it passed and had nothing to say
 * @param trace the whole story of a failure; else empty
 */
record LabResult(
    String className, String test, Outcome outcome, Duration took, String reason, String trace) {

  /** What can come of a test. */
  enum Outcome {
    PASSED,
    FAILED,
    SKIPPED
  }

  /** Seconds with two digits after the point. */
  String seconds() {
    return String.format(Locale.ROOT, "%.2f", took.toMillis() / 1000.0);
  }

  /** A line of the lab's table: result, scenario, seconds, reason, with tabs between. */
  String row(String scenario) {
    return String.join(
            "\t",
            outcome.name().toLowerCase(Locale.ROOT),
            scenario + ": " + test,
            seconds(),
            oneLine(reason))
        + "\n";
  }

  /** The first line that says something, without what would break a table. */
  static String oneLine(String words) {
    return words
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse("")
        .replace('\t', ' ');
  }
}
