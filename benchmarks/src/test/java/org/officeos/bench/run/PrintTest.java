package org.officeos.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.officeos.bench.figure.Figure;
import org.officeos.bench.figure.Records;
import org.officeos.bench.figure.Result;
import org.officeos.bench.figure.Samples;
import org.officeos.bench.report.RunOfJdk;

class PrintTest {

  private final StringWriter printed = new StringWriter();

  @Test
  void allOkIsExitZeroAndOneLineAFigureInOrder() {
    assertEquals(0, print("25.0.3", Arrays.stream(Figure.values()).map(PrintTest::onGoal)));
    String expected =
        Arrays.stream(Figure.values())
            .map(figure -> onGoal(figure).line() + "\n")
            .collect(Collectors.joining());
    assertEquals(expected, printed.toString());
  }

  @Test
  void aShortOneIsExitOne() {
    assertEquals(
        1,
        print(
            "25.0.3",
            Arrays.stream(Figure.values())
                .map(
                    figure ->
                        figure == Figure.AEAD_SHARE
                            ? Result.of(figure, Samples.of(0.1))
                            : onGoal(figure))));
  }

  @Test
  void whatCouldNotBeMeasuredIsPrintedAsShort() {
    assertEquals(
        1,
        print(
            "25.0.3",
            Arrays.stream(Figure.values())
                .filter(figure -> figure != Figure.STREAM_VS_SSH)
                .map(PrintTest::onGoal)));
    assertEquals("stream-vs-ssh - 1.000 short", printed.toString().split("\n", -1)[1]);
  }

  @Test
  void aGoalOfANewerJdkIsNotAskedOfAnOlderOne() {
    assertEquals(
        0,
        print(
            "17.0.15",
            Arrays.stream(Figure.values())
                .filter(figure -> figure != Figure.STREAM_VS_SSH)
                .map(PrintTest::onGoal)));
    assertEquals(Figure.values().length - 1, printed.toString().split("\n", -1).length - 1);
  }

  private int print(String jdk, Stream<Result> results) {
    return BenchMain.print(
        new RunOfJdk(jdk, 2, 0, new Records(results.toList(), List.of())),
        new PrintWriter(printed, true));
  }

  private static Result onGoal(Figure figure) {
    return Result.of(figure, Samples.of(figure.goal()));
  }
}
