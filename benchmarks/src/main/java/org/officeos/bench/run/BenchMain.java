package org.officeos.bench.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.officeos.bench.figure.Figure;
import org.officeos.bench.figure.Result;
import org.officeos.bench.figure.Verdict;
import org.officeos.bench.report.MarkdownReport;
import org.officeos.bench.report.RunOfJdk;
import org.officeos.bench.report.SvgPlot;

/**
 * The command behind {@code benchmarks/run}, which gives every program a JVM of its own:
 *
 * <ul>
 *   <li>{@code measure PROGRAM quick|full RECORDS} runs one program and appends what it found
 *   <li>{@code head} prints the first line of a file of records, for this JDK
 *   <li>{@code print RECORDS} prints a line a figure; exit 1 if one is short
 *   <li>{@code report MARKDOWN SVG RECORDS...} writes the page, a file of records a JDK
 * </ul>
 */
public final class BenchMain {

  private static final Map<String, Program> PROGRAMS =
      new TreeMap<>(
          Map.of(
              "stream", new StreamProgram(),
              "instruction", new InstructionProgram(),
              "reconnect", new ReconnectProgram(),
              "wire", new WireProgram(),
              "devices", new DevicesProgram()));

  private BenchMain() {}

  /** Runs one command and exits. */
  public static void main(String[] args) throws Exception {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(args), out, err));
  }

  static int run(List<String> args, PrintWriter out, PrintWriter err) throws Exception {
    String command = args.isEmpty() ? "" : args.get(0);
    if (command.equals("measure") && args.size() == 4) {
      measure(args.get(1), args.get(2).equals("quick"), Path.of(args.get(3)), err);
      return 0;
    }
    if (command.equals("head") && args.size() == 1) {
      out.println(RunOfJdk.head());
      return 0;
    }
    if (command.equals("print") && args.size() == 2) {
      return print(RunOfJdk.read(Path.of(args.get(1))), out);
    }
    if (command.equals("report") && args.size() >= 4) {
      List<RunOfJdk> runs = new ArrayList<>();
      for (String file : args.subList(3, args.size())) {
        runs.add(RunOfJdk.read(Path.of(file)));
      }
      Files.writeString(Path.of(args.get(1)), MarkdownReport.write(runs));
      Files.writeString(Path.of(args.get(2)), SvgPlot.draw(runs));
      return 0;
    }
    err.println(
        "head, measure PROGRAM quick|full RECORDS, print RECORDS, report MARKDOWN SVG RECORDS...");
    return 2;
  }

  private static void measure(String name, boolean quick, Path records, PrintWriter err)
      throws Exception {
    Program program = PROGRAMS.get(name);
    if (program == null) {
      throw new IllegalArgumentException("programs: " + PROGRAMS.keySet());
    }
    Path folder = Files.createTempDirectory("officeos-bench");
    try {
      Bench bench = new Bench(quick, folder, err);
      program.run(bench);
      Files.write(
          records, bench.records().lines(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } finally {
      remove(folder);
    }
  }

  /**
   * One line for each figure that has a goal on this JDK, in the figures' own order; one that could
   * not be measured is short. Returns 1 if one is short, else 0.
   */
  static int print(RunOfJdk run, PrintWriter out) {
    int code = 0;
    for (Figure figure : Figure.values()) {
      Optional<Result> result = run.result(figure);
      if (result.isPresent() || figure.leastJdk() <= run.feature()) {
        out.println(result.map(Result::line).orElse(Result.unmeasured(figure)));
        code = result.map(Result::verdict).orElse(Verdict.SHORT) == Verdict.SHORT ? 1 : code;
      }
    }
    return code;
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
