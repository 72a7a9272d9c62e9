package org.officeos.session.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockGuardTest {

  private static final Instant PAIRED = Samples.NOW;
  private static final Instant END = PAIRED.plus(Samples.LIFETIME);

  private final Relationship relationship = Samples.relationship(Role.INITIATOR);

  @Test
  void isValidUntilTheInstantItExpires() {
    assertEquals(
        new Validity(Validity.State.VALID, Duration.ofNanos(1)),
        ClockGuard.judge(relationship, END.minusNanos(1)));
    assertEquals(
        new Validity(Validity.State.EXPIRED, Duration.ZERO), ClockGuard.judge(relationship, END));
    assertEquals(
        Validity.State.EXPIRED,
        ClockGuard.judge(relationship, END.plus(Duration.ofDays(4000))).state());
  }

  @Test
  void toleratesAClockADayBehindAndReportsOneFurtherBehind() {
    Relationship seen = relationship.seenAt(PAIRED.plus(Duration.ofDays(10)));
    Instant dayBehind = seen.highWater().minus(Duration.ofDays(1));
    assertEquals(
        new Validity(Validity.State.VALID, Duration.ofDays(20)), ClockGuard.judge(seen, dayBehind));
    assertEquals(
        new Validity(Validity.State.CLOCK_RAN_BACKWARDS, Duration.ofDays(20)),
        ClockGuard.judge(seen, dayBehind.minusNanos(1)));
    assertEquals(Validity.State.CLOCK_RAN_BACKWARDS, ClockGuard.judge(seen, Instant.EPOCH).state());
    assertEquals(List.of(), ClockGuard.usable(seen, Instant.EPOCH));
  }

  @Test
  void staysExpiredWhenTheClockIsTurnedBack() {
    Relationship over = relationship.seenAt(END);
    assertEquals(
        Validity.State.EXPIRED, ClockGuard.judge(over, END.minus(Duration.ofHours(3))).state());
    assertEquals(Validity.State.EXPIRED, ClockGuard.judge(over, Instant.EPOCH).state());
  }

  @Test
  void countsFromTheHighWaterMarkWhenThatIsLater() {
    Relationship seen = relationship.seenAt(PAIRED.plus(Duration.ofDays(10)));
    Instant now = PAIRED.plus(Duration.ofDays(10)).minus(Duration.ofHours(5));
    assertEquals(seen.highWater(), ClockGuard.latest(seen, now));
    assertEquals(Duration.ofDays(20), ClockGuard.judge(seen, now).remaining());
    Instant later = seen.highWater().plusSeconds(1);
    assertEquals(later, ClockGuard.latest(seen, later));
  }

  @Test
  void judgesTheTwoGenerationsApartAndTogether() {
    Generation next = Samples.generation(2, PAIRED.plus(Duration.ofDays(20)));
    Relationship renewed = relationship.withNext(next);
    Instant between = END.plus(Duration.ofDays(1));
    assertEquals(
        Validity.State.EXPIRED, ClockGuard.judge(renewed, renewed.current(), between).state());
    assertEquals(
        new Validity(Validity.State.VALID, Duration.ofDays(19)),
        ClockGuard.judge(renewed, next, between));
    assertEquals(Duration.ofDays(19), ClockGuard.judge(renewed, between).remaining());
    assertEquals(List.of(next), ClockGuard.usable(renewed, between));
    assertEquals(List.of(next, renewed.current()), ClockGuard.usable(renewed, PAIRED));
    assertEquals(List.of(), ClockGuard.usable(renewed, next.expires()));
  }

  @Test
  void keepsAcceptingALongerLivedCurrentGenerationBesideAShorterNextOne() {
    Relationship renewed =
        relationship.withNext(Samples.generation(2, PAIRED.minus(Duration.ofDays(9))));
    Instant between = END.minus(Duration.ofDays(1));
    assertEquals(List.of(renewed.current()), ClockGuard.usable(renewed, between));
    assertTrue(ClockGuard.judge(renewed, between).isValid());
  }

  @ParameterizedTest
  @CsvSource({
    "P30D, -1",
    "P7DT1S, -1",
    "P7D, 7",
    "P3DT1S, 7",
    "P3D, 3",
    "P1DT1S, 3",
    "P1D, 1",
    "PT1S, 1",
    "PT0S, -1"
  })
  void warnsAtSevenThreeAndOneDays(String remaining, int days) {
    Validity verdict = ClockGuard.judge(relationship, END.minus(Duration.parse(remaining)));
    assertEquals(days < 0 ? OptionalInt.empty() : OptionalInt.of(days), verdict.warningDays());
  }

  @Test
  void storesTheHighWaterMarkAtMostOnceAnHour() {
    assertFalse(ClockGuard.isHighWaterDue(relationship, PAIRED.plusSeconds(3599)));
    assertTrue(ClockGuard.isHighWaterDue(relationship, PAIRED.plusSeconds(3600)));
    assertFalse(ClockGuard.isHighWaterDue(relationship, Instant.EPOCH));
  }
}
