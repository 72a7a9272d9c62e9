package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GuardTimesTest {

  @Test
  void anInstantIsWrittenAsTheRuntimeDoes() {
    Random random = new Random(8);
    for (int i = 0; i < 2000; i++) {
      long second = random.nextLong(0, 32_503_680_000L);
      long micro = i % 3 == 0 ? 0 : random.nextLong(0, 1_000_000);
      long whole = i % 7 == 0 ? second / 60 * 60 : second;
      Instant then =
          Instant.ofEpochSecond(whole, (i % 5 == 0 ? micro / 1000 * 1000 : micro) * 1000);
      assertEquals(then.toString(), GuardTimes.text(then));
    }
    assertEquals("1970-01-01T00:00:00Z", GuardTimes.text(Instant.EPOCH));
  }

  @Test
  void aDurationIsRoundedToTenthsOfAMillisecond() {
    for (long nanos : new long[] {0, 49_999, 50_001, 149_999, 999_950_001, 12_345_678_901L}) {
      assertEquals(String.format(Locale.ROOT, "%.1f ms", nanos / 1e6), GuardTimes.millis(nanos));
    }
  }
}
