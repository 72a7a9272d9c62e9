package org.officeos.laptop.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RetryRuleTest {

  @Test
  void doublesTheWaitAndGivesUpAfterTwo() {
    assertEquals(Optional.of(Duration.ofMillis(500)), wait(0, 500, null, null, 0));
    assertEquals(Optional.of(Duration.ofSeconds(1)), wait(1, 500, null, null, 0));
    assertEquals(Optional.empty(), wait(2, 500, null, null, 0));
  }

  @Test
  void takesOffUpToAQuarterByChance() {
    assertEquals(Optional.of(Duration.ofMillis(375)), wait(0, 500, null, null, 1));
  }

  @Test
  void retriesWhatMayPass() {
    for (int status : new int[] {0, 408, 409, 429, 500, 502, 503, 599}) {
      assertEquals(true, wait(0, status, null, null, 0).isPresent(), "status " + status);
    }
    for (int status : new int[] {301, 400, 401, 403, 404, 413, 422}) {
      assertEquals(Optional.empty(), wait(0, status, null, null, 0), "status " + status);
    }
  }

  @Test
  void letsTheServiceDecide() {
    assertEquals(Optional.empty(), wait(0, 500, "false", null, 0));
    assertEquals(Optional.of(Duration.ofMillis(500)), wait(0, 400, "true", null, 0));
  }

  @Test
  void waitsAsLongAsAskedUpToItsPatience() {
    Duration most = Duration.ofSeconds(20);
    assertEquals(Optional.of(most), wait(0, 429, null, most, 0));
    assertEquals(Optional.empty(), wait(0, 429, null, most.plusMillis(1), 0));
  }

  private static Optional<Duration> wait(
      int done, int status, @Nullable String should, @Nullable Duration asked, double chance) {
    return RetryRule.waitBefore(done, status, should, Optional.ofNullable(asked), () -> chance);
  }
}
