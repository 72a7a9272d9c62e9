package org.officeos.bench.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.officeos.bench.figure.Fact;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/** Runs all microbenchmarks and appends their results to a file of records. */
public final class JmhMain {

  private JmhMain() {}

  /** Arguments: the file of records, then optionally a pattern of benchmarks to run. */
  public static void main(String[] args) throws RunnerException, IOException {
    Options options =
        new OptionsBuilder()
            .include(args.length > 1 ? args[1] : JmhMain.class.getPackageName())
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.milliseconds(700))
            .measurementIterations(5)
            .measurementTime(TimeValue.milliseconds(500))
            .build();
    List<String> lines = new ArrayList<>();
    Collection<RunResult> results = new Runner(options).run();
    for (RunResult result : results) {
      lines.add(fact(result).toRecord());
    }
    Files.write(Path.of(args[0]), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static Fact fact(RunResult result) {
    Statistics statistics = result.getPrimaryResult().getStatistics();
    String benchmark = result.getParams().getBenchmark();
    String name = benchmark.substring(benchmark.lastIndexOf('.') + 1);
    String params =
        result.getParams().getParamsKeys().stream()
            .map(key -> result.getParams().getParam(key))
            .collect(Collectors.joining(", "));
    return new Fact(
        "JMH " + name + (params.isEmpty() ? "" : " (" + params + ")"),
        result.getPrimaryResult().getScoreUnit(),
        statistics.getPercentile(50),
        statistics.getMin(),
        statistics.getMax());
  }
}
