package org.officeos.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.officeos.bench.figure.Figure;
import org.officeos.bench.figure.Records;
import org.officeos.bench.figure.Result;

/**
 * What was found on one JDK.
 *
 * @param jdk its version, such as {@code 25.0.3}
 * @param cores processors of the machine
 * @param load how many threads wanted one of them just before, by the system's one-minute average
 * @param records what was measured
 */
public record RunOfJdk(String jdk, int cores, double load, Records records) {

  /**
   * Reads a file: the first line is the JDK's version, the number of processors and the load, with
   * tabs between; the rest are records.
   */
  public static RunOfJdk read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] head = lines.get(0).split("\t", -1);
    return new RunOfJdk(
        head[0],
        Integer.parseInt(head[1]),
        Double.parseDouble(head[2]),
        Records.parse(lines.subList(1, lines.size())));
  }

  /** The first line of such a file, for the JDK that runs this. */
  public static String head() {
    Runtime.Version version = Runtime.version();
    return String.join(
        "\t",
        version.feature() + "." + version.interim() + "." + version.update(),
        Integer.toString(Runtime.getRuntime().availableProcessors()),
        Double.toString(loadNow()));
  }

  private static double loadNow() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** Whether so much else was going on that the figures say little. */
  public boolean disturbed() {
    return load > cores / 2.0;
  }

  /** The JDK's feature version, such as 25. */
  public int feature() {
    return Integer.parseInt(jdk.substring(0, jdk.indexOf('.')));
  }

  /** The result of a figure, where it was measured. */
  public Optional<Result> result(Figure figure) {
    return records.results().stream().filter(result -> result.figure() == figure).findFirst();
  }
}
