package org.officeos.laptop.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void readsSecondsAndFractions() {
    assertEquals(Optional.of(Duration.ofSeconds(7)), read("retry-after", "7"));
    assertEquals(Optional.of(Duration.ofMillis(1500)), read("retry-after", " 1.5 "));
    assertEquals(Optional.of(Duration.ZERO), read("retry-after", "0"));
  }

  @Test
  void readsMilliseconds() {
    assertEquals(Optional.of(Duration.ofMillis(250)), read("retry-after-ms", "250"));
    assertEquals(Optional.of(Duration.ofMillis(90)), read("x-ms-retry-after-ms", "90"));
  }

  @Test
  void prefersMillisecondsToSeconds() {
    Map<String, String> both = Map.of("retry-after-ms", "20", "retry-after", "5");
    assertEquals(Optional.of(Duration.ofMillis(20)), RetryAfter.read(both::get, NOW));
  }

  @Test
  void readsAnHttpDate() {
    assertEquals(
        Optional.of(Duration.ofSeconds(30)), read("retry-after", "Sun, 22 Nov 2026 10:00:30 GMT"));
  }

  @Test
  void takesAPastDateAsNoWait() {
    assertEquals(Optional.of(Duration.ZERO), read("retry-after", "Sun, 22 Nov 2026 09:00:00 GMT"));
  }

  @Test
  void takesMoreThanADayAsADay() {
    assertEquals(Optional.of(Duration.ofDays(1)), read("retry-after", "999999999999"));
    assertEquals(
        Optional.of(Duration.ofDays(1)), read("retry-after", "Fri, 22 Nov 2030 10:00:00 GMT"));
  }

  @Test
  void readsNothingIntoNonsense() {
    for (String value : new String[] {"", "-1", "soon", "1e9", "NaN", "٣", "1".repeat(40)}) {
      assertEquals(Optional.empty(), read("retry-after", value), value);
    }
    assertEquals(Optional.empty(), read("other", "3"));
  }

  private static Optional<Duration> read(String name, String value) {
    return RetryAfter.read(Map.of(name, value)::get, NOW);
  }
}
