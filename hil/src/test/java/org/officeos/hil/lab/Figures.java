package org.officeos.hil.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.TestReporter;

/**
 * The figures of a run: a line each, {@code NAME value goal ok|short}, in the table and in {@code
 * figures.txt} beside the scenarios' folders, which stays when the logs of what passed go.
 */
final class Figures {

  private static final Path FILE = Path.of("..", "figures.txt");

  private final Path folder;
  private final TestReporter told;

  Figures(TestReporter told) {
    this.folder = Path.of(System.getenv("LAB_LOGS"));
    this.told = told;
  }

  /** A figure whose goal is reached by values up to it. */
  void atMost(String name, double value, double goal) throws IOException {
    add(name, value, number(goal), value <= goal);
  }

  /** A figure whose goal is reached from that value on. */
  void atLeast(String name, double value, double goal) throws IOException {
    add(name, value, number(goal), value >= goal);
  }

  /** A figure that is only to be known. */
  void known(String name, double value) throws IOException {
    add(name, value, "-", true);
  }

  /** What the figures are made of: a line of its own, without a goal. */
  void fact(String words) throws IOException {
    write("# " + words);
    LabRunner.tell(words);
  }

  private void add(String name, double value, String goal, boolean reached) throws IOException {
    if (!Double.isFinite(value)) {
      throw new AssertionError(name + " is " + value);
    }
    String line = String.join(" ", name, number(value), goal, reached ? "ok" : "short");
    write(line);
    told.publishEntry("note", line);
  }

  private void write(String line) throws IOException {
    Files.writeString(
        folder.resolve(FILE).normalize(),
        line + "\n",
        UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** The middle one, or between the two in the middle. */
  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    if (sorted.isEmpty()) {
      throw new AssertionError("nothing was measured");
    }
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /** Median, least and greatest, in words. */
  static String spread(List<Double> values, String unit) {
    OptionalDouble least = values.stream().mapToDouble(Double::doubleValue).min();
    OptionalDouble greatest = values.stream().mapToDouble(Double::doubleValue).max();
    return String.format(
        Locale.ROOT,
        "%.2f %s (%.2f to %.2f, %d times)",
        median(values),
        unit,
        least.orElse(Double.NaN),
        greatest.orElse(Double.NaN),
        values.size());
  }
}
