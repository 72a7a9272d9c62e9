package org.officeos.handheld.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {

  /** Clocks of this kind may pass their end. */
  private static final long BEGIN = Long.parseLong("9223372036854775797");

  private final Pulse pulse = new Pulse(Duration.ofNanos(100), BEGIN);

  @Test
  void doesNotBeatForEachThatIsAwake() {
    assertFalse(pulse.beats(BEGIN));
    assertFalse(pulse.beats(BEGIN + 49));
    assertTrue(pulse.beats(BEGIN + 50));
    assertFalse(pulse.beats(BEGIN + 99));
  }

  @Test
  void hasToBeatAfterFiveQuarters() {
    assertEquals(125, pulse.left(BEGIN));
    assertEquals(1, pulse.left(BEGIN + 124));
    assertEquals(0, pulse.left(BEGIN + 125));
    assertEquals(0, pulse.left(BEGIN + 300), "late is now");
    assertTrue(pulse.beats(BEGIN + 300));
    assertEquals(125, pulse.left(BEGIN + 300));
  }

  @Test
  void takesTurnsWithWhatWakesAtTheSamePace() {
    long now = BEGIN;
    for (int i = 0; i < 5; i++) {
      assertTrue(pulse.left(now) > 101, "nobody wakes for it alone");
      now += 101;
      assertTrue(pulse.beats(now));
    }
  }
}
