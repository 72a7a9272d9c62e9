package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpiryTest {

  private static final Instant END = Instant.parse("2026-12-22T12:00:00Z");

  private static String left(Duration before) {
    return Expiry.left(END, END.minus(before));
  }

  private static Optional<Integer> level(Duration before) {
    return Expiry.warning(END, END.minus(before)).map(Expiry.Level::days);
  }

  @Test
  void saysHowLongIsLeft() {
    assertEquals("30 days left", left(Duration.ofDays(30)));
    assertEquals("30 days left", left(Duration.ofDays(30).minusSeconds(5)));
    assertEquals("3 days left", left(Duration.ofDays(2).plusSeconds(1)));
    assertEquals("48 hours left", left(Duration.ofDays(2)));
    assertEquals("1 hour left", left(Duration.ofMinutes(119)));
    assertEquals("less than an hour left", left(Duration.ofMinutes(59)));
    assertEquals("expired", left(Duration.ZERO));
    assertEquals("expired", left(Duration.ofDays(-3)));
  }

  @Test
  void warnsAtSevenThreeAndOneDays() {
    assertEquals(Optional.empty(), level(Duration.ofDays(7).plusNanos(1)));
    assertEquals(Optional.of(7), level(Duration.ofDays(7)));
    assertEquals(Optional.of(7), level(Duration.ofDays(3).plusNanos(1)));
    assertEquals(Optional.of(3), level(Duration.ofDays(3)));
    assertEquals(Optional.of(1), level(Duration.ofDays(1)));
    assertEquals(Optional.of(1), level(Duration.ofNanos(1)));
    assertEquals(Optional.empty(), level(Duration.ZERO));
  }

  @Test
  void writesDatesInUtc() {
    assertEquals("2026-12-22 12:00 UTC", Expiry.date(END));
  }
}
