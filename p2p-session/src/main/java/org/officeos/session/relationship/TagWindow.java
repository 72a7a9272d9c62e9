package org.officeos.session.relationship;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Which counters a responder accepts. Pure.
 *
 * <p>With {@code next} one more than the highest counter ever accepted: the 32 counters from {@code
 * next}; above them the next 32 multiples of 64; and above the first 32 counters the next 32
 * multiples of 4096. A counter below {@code next} is not among them, so each is used at most once.
 * See docs/adr/0003-tag-rungs.md.
 */
public final class TagWindow {

  /** Counters in a row that are accepted from the highest one on. */
  public static final int SIZE = 32;

  /** Distance of the lower rungs. */
  public static final int LOW_RUNG = 64;

  /** Distance of the higher rungs. */
  public static final int HIGH_RUNG = 4096;

  /** Rungs of each distance that are known beforehand. */
  public static final int RUNGS = 32;

  private TagWindow() {}

  /** The accepted counters, ascending, each once: at most 96. */
  public static long[] counters(long next) {
    long beyond = next + SIZE;
    return LongStream.of(1, LOW_RUNG, HIGH_RUNG)
        .flatMap(
            step ->
                step == 1
                    ? LongStream.range(next, beyond)
                    : rungs(TagCounter.roundUp(beyond, (int) step), step))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Whether {@code counter} is accepted. */
  public static boolean accepts(long next, long counter) {
    return Arrays.binarySearch(counters(next), counter) >= 0;
  }

  private static LongStream rungs(long first, long step) {
    return LongStream.range(0, RUNGS).map(i -> first + i * step);
  }
}
