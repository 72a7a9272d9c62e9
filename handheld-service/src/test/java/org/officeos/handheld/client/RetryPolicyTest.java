package org.officeos.handheld.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.officeos.handheld.client.RetryPolicy.Stage;

class RetryPolicyTest {

  private static Set<Reason> repeatedAt(Stage stage) {
    Set<Reason> repeated = EnumSet.noneOf(Reason.class);
    for (Reason reason : Reason.values()) {
      if (RetryPolicy.DEFAULT.pauseAfter(1, stage, reason, 0).isPresent()) {
        repeated.add(reason);
      }
    }
    return repeated;
  }

  @Test
  void triesAgainWhileNothingWasAsked() {
    assertEquals(
        EnumSet.of(
            Reason.LINK_FAILED,
            Reason.CONNECTION_CUT,
            Reason.LAPTOP_CLOSED,
            Reason.NO_ANSWER,
            Reason.LAPTOP_BUSY,
            Reason.KEYS_TOO_OLD),
        repeatedAt(Stage.CONNECTING));
  }

  @Test
  void asksAgainOnlyWhereTheConnectionWasLostBeforeAnAnswer() {
    assertEquals(
        EnumSet.of(Reason.CONNECTION_CUT, Reason.LAPTOP_CLOSED, Reason.KEYS_TOO_OLD),
        repeatedAt(Stage.SENT));
  }

  @Test
  void neverAsksAgainOnceAnAnswerBegan() {
    assertEquals(EnumSet.noneOf(Reason.class), repeatedAt(Stage.ANSWERING));
  }

  @Test
  void pausesLongerEachTimeUpToALimit() {
    RetryPolicy policy = RetryPolicy.DEFAULT.withAttempts(10);
    long[] expected = {250, 500, 1000, 2000, 4000, 4000, 4000, 4000, 4000};
    for (int attempt = 1; attempt <= 9; attempt++) {
      assertEquals(
          Optional.of(Duration.ofMillis(expected[attempt - 1])),
          policy.pauseAfter(attempt, Stage.CONNECTING, Reason.LINK_FAILED, 0));
    }
    assertEquals(Optional.empty(), policy.pauseAfter(10, Stage.CONNECTING, Reason.LINK_FAILED, 0));
  }

  @Test
  void takesUpToAQuarterOffByLuck() {
    assertEquals(
        Optional.of(Duration.ofMillis(750)),
        RetryPolicy.DEFAULT.pauseAfter(3, Stage.SENT, Reason.CONNECTION_CUT, 1.0));
  }

  @Test
  void refusesASenselessNumberOfAttempts() {
    assertThrows(IllegalArgumentException.class, () -> RetryPolicy.DEFAULT.withAttempts(0));
    assertThrows(IllegalArgumentException.class, () -> RetryPolicy.DEFAULT.withAttempts(11));
  }
}
