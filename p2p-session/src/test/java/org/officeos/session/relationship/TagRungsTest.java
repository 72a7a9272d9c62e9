package org.officeos.session.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The initiator's counters and the responder's window, against each other. */
class TagRungsTest {

  private static final int SURVIVED = 100_000;

  @Test
  void acceptsTheWindowAndBothLaddersAndNothingBetween() {
    long[] counters = TagWindow.counters(10);
    Set<Long> expected = new HashSet<>();
    LongStream.range(10, 42).forEach(expected::add);
    LongStream.range(1, 33).map(i -> i * 64).forEach(expected::add);
    LongStream.range(1, 33).map(i -> i * 4096).forEach(expected::add);
    assertEquals(32 + 32 + 32, counters.length);
    assertEquals(expected, new HashSet<>(LongStream.of(counters).boxed().toList()));
    assertTrue(TagWindow.accepts(10, 41));
    assertFalse(TagWindow.accepts(10, 9));
    assertFalse(TagWindow.accepts(10, 42));
    assertTrue(TagWindow.accepts(10, 64 * 32));
    assertFalse(TagWindow.accepts(10, 64 * 33));
    assertTrue(TagWindow.accepts(10, 4096 * 32));
    assertFalse(TagWindow.accepts(10, 4096 * 33));
  }

  @Test
  void forgetsNoCounterAheadWhenTheWindowMoves() {
    Random random = new Random(4);
    for (int round = 0; round < 2000; round++) {
      long next = random.nextInt(10_000);
      long[] before = TagWindow.counters(next);
      long accepted = before[random.nextInt(before.length)];
      Set<Long> after =
          new HashSet<>(LongStream.of(TagWindow.counters(accepted + 1)).boxed().toList());
      Arrays.stream(before)
          .filter(counter -> counter > accepted)
          .forEach(counter -> assertTrue(after.contains(counter), next + " " + counter));
    }
  }

  @Test
  void neverTakesACounterTwiceAndNeverGoesBack() {
    long next = 0;
    for (long unconfirmed = 0; unconfirmed < 10_000; unconfirmed++) {
      long counter = TagCounter.toUse(next, unconfirmed);
      assertTrue(counter >= next);
      next = counter + 1;
    }
  }

  @Test
  void findsBackAfterAHostileListenerTookAnyNumberOfTags() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      long agreed = random.nextInt(20_000);
      int burnt = random.nextInt(round < 150 ? 200 : SURVIVED);
      long next = agreed;
      long unconfirmed = 0;
      for (int i = 0; i < burnt; i++) {
        next = TagCounter.toUse(next, unconfirmed++) + 1;
      }
      long[] accepted = TagWindow.counters(agreed);
      int needed = 0;
      long counter;
      do {
        counter = TagCounter.toUse(next, unconfirmed++);
        next = counter + 1;
        needed++;
        assertTrue(needed <= bound(burnt), agreed + " agreed, " + burnt + " burnt: stranded");
      } while (Arrays.binarySearch(accepted, counter) < 0);
    }
  }

  /** As many attempts again as were burnt, at least 32, and never more than the higher distance. */
  private static int bound(int burnt) {
    return Math.min(Math.max(burnt, 32) + 1, TagWindow.HIGH_RUNG + 1);
  }

  @Test
  void stopsBeforeTheCountersRunOut() {
    assertEquals(TagCounter.LAST, TagCounter.toUse(TagCounter.LAST, 0));
    assertThrows(IllegalStateException.class, () -> TagCounter.toUse(TagCounter.LAST + 1, 0));
    assertThrows(IllegalStateException.class, () -> TagCounter.toUse(Long.MAX_VALUE, 32));
    long[] last = TagWindow.counters(TagCounter.LAST);
    assertEquals(TagCounter.LAST, last[0]);
    assertTrue(last[last.length - 1] > 0);
  }
}
