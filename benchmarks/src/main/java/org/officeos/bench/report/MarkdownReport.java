package org.officeos.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.officeos.bench.figure.Fact;
import org.officeos.bench.figure.Figure;
import org.officeos.bench.figure.Result;
import org.officeos.bench.figure.Verdict;

/** The page: what was measured, how, and what came out, short figures marked as such. */
public final class MarkdownReport {

  private MarkdownReport() {}

  /** Writes the page of all runs. */
  public static String write(List<RunOfJdk> runs) {
    StringBuilder page = new StringBuilder();
    String versions =
        runs.stream().map(run -> "JDK " + run.jdk()).collect(Collectors.joining(" and "));
    page.append("# Benchmarks\n\n")
        .append("Written by `benchmarks/run`; do not edit. One run on one machine with ")
        .append(runs.get(0).cores())
        .append(" cores, ")
        .append(versions)
        .append(", both ends of every connection on loopback of that machine.\n\n")
        .append("A figure is a ratio of two things measured in turns in the same process")
        .append(" (A B A B …), so that it says little about the machine and much about the")
        .append(" product. The value is the median, in brackets the least and the greatest")
        .append(" single round. **short** marks a goal that was not reached.\n\n")
        .append("The figures of Wi-Fi Direct are measured in the radio lab:")
        .append(" [benchmarks-radio.md](benchmarks-radio.md).\n\n")
        .append("![The figures against their goals](benchmarks.svg)\n\n");
    for (RunOfJdk run : runs) {
      if (run.disturbed()) {
        page.append("**The machine was busy with other work before the run on JDK ")
            .append(run.jdk())
            .append("** (load ")
            .append(number(run.load()))
            .append("): its times and speeds say little; run it again on a quiet one.\n\n");
      }
    }
    figures(page, runs);
    page.append("\n## What each figure is\n\n");
    Explanations.append(page);
    for (RunOfJdk run : runs) {
      facts(page, run);
    }
    return page.toString();
  }

  private static void figures(StringBuilder page, List<RunOfJdk> runs) {
    page.append("| figure | goal |");
    runs.forEach(run -> page.append(" JDK ").append(run.jdk()).append(" |"));
    page.append("\n|---|---|").append("---|".repeat(runs.size())).append('\n');
    for (Figure figure : Figure.values()) {
      page.append("| ").append(figure.label()).append(" | ");
      page.append(figure.direction().sign()).append(' ');
      page.append(figure.unit().write(figure.goal())).append(" |");
      for (RunOfJdk run : runs) {
        page.append(' ').append(cell(figure, run)).append(" |");
      }
      page.append('\n');
    }
  }

  private static String cell(Figure figure, RunOfJdk run) {
    Optional<Result> found = run.result(figure);
    if (found.isEmpty()) {
      return figure.leastJdk() > run.feature() ? "no goal here" : "not measured, **short**";
    }
    Result result = found.get();
    String window = result.window().isEmpty() ? "" : " over " + result.window();
    String range =
        result.figure().unit().write(result.min())
            + "–"
            + result.figure().unit().write(result.max());
    String verdict = result.verdict() == Verdict.SHORT ? ", **short**" : ", ok";
    return result.figure().unit().write(result.value()) + " (" + range + ")" + window + verdict;
  }

  private static void facts(StringBuilder page, RunOfJdk run) {
    page.append("\n## Seen on JDK ").append(run.jdk()).append("\n\n");
    page.append("| what | unit | median | least | greatest |\n|---|---|---|---|---|\n");
    for (Fact fact : run.records().facts()) {
      page.append("| ").append(fact.name()).append(" | ").append(fact.unit()).append(" | ");
      page.append(number(fact.value())).append(" | ").append(number(fact.min())).append(" | ");
      page.append(number(fact.max())).append(" |\n");
    }
  }

  /** Three digits are all that such a measurement is worth. */
  static String number(double value) {
    double size = Math.abs(value);
    int digits = size >= 100 || size == Math.rint(size) ? 0 : size >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
