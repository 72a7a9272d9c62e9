package org.officeos.bench.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {

  @Test
  void aLineIsNameValueGoalVerdict() {
    assertEquals(
        "stream-vs-tls 1.235 1.000 ok", Result.of(Figure.STREAM_VS_TLS, Samples.of(1.2349)).line());
  }

  @Test
  void everyFiguresLineHasFourWordsAndEndsInAVerdict() {
    for (Figure figure : Figure.values()) {
      String[] words = Result.of(figure, Samples.of(1)).line().split(" ", -1);
      assertEquals(4, words.length);
      assertEquals(figure.label(), words[0]);
      assertEquals(figure.judge(1).word(), words[3]);
    }
  }

  @Test
  void aShorterWindowIsToldInTheName() {
    Result result = new Result(Figure.HEAP_GROWTH, "30s", 0.4, 0, 1, 6);
    assertEquals("devices-200-heap-growth-percent-30s 0.40 2.00 ok", result.line());
  }

  @Test
  void theGoalItselfIsReachedInBothDirections() {
    assertEquals(Verdict.OK, Figure.AEAD_SHARE.judge(0.6));
    assertEquals(Verdict.SHORT, Figure.AEAD_SHARE.judge(0.5999));
    assertEquals(Verdict.OK, Figure.WIRE_OVERHEAD.judge(100));
    assertEquals(Verdict.SHORT, Figure.WIRE_OVERHEAD.judge(101));
  }

  @Test
  void whatIsNoNumberIsShort() {
    assertEquals(Verdict.SHORT, Figure.STREAM_VS_TLS.judge(Double.NaN));
    assertEquals(Verdict.SHORT, Figure.RECONNECT_VS_TLS.judge(Double.NaN));
  }

  @Test
  void aScoreIsOneOnTheGoalAndGrowsAsItIsSurpassed() {
    assertEquals(1, Direction.AT_LEAST.score(0.6, 0.6));
    assertEquals(2, Direction.AT_LEAST.score(2, 1));
    assertEquals(2, Direction.AT_MOST.score(0.35, 0.7));
    assertEquals(0.5, Direction.AT_MOST.score(2.6, 1.3));
  }

  @Test
  void recordsComeBackAsTheyWere() {
    Records records =
        new Records(
            List.of(
                new Result(Figure.HEAP_GROWTH, "30s", -0.25, 10, 11, 6),
                Result.of(Figure.RECONNECT_VS_TLS, Samples.of(0.1, 0.2, 0.4))),
            List.of(Fact.of("ours, 8 MiB answers", "MB/s", Samples.of(200, 210, 230))));
    assertEquals(records, Records.parse(records.lines()));
  }

  @Test
  void refusesARecordOfAnotherKindAndAFigureThatIsNone() {
    assertThrows(
        IllegalArgumentException.class, () -> Records.parse(List.of("weather\tfine\t1\t1\t1\t1")));
    assertThrows(
        IllegalArgumentException.class,
        () -> Records.parse(List.of("figure\tbest-of-all\t\t1\t1\t1\t1")));
  }
}
