package org.officeos.session.relationship;

/**
 * Which counter the initiator's next tag has. Pure.
 *
 * <p>Somebody who answers in the laptop's place takes a tag with each attempt and gives nothing
 * back; after 32 of them the laptop's window would be left behind for ever. So an initiator whose
 * tags go unanswered climbs: its 17th attempt is on a multiple of 64, its 33rd on a multiple of
 * 4096, and then again at every doubling. The responder knows the tags of those rungs beforehand
 * ({@link TagWindow}). See docs/adr/0003-tag-rungs.md.
 */
public final class TagCounter {

  /** Unanswered attempts before the first jump, and between the first and the second. */
  public static final int PATIENCE = 16;

  /**
   * How many counters must have been taken before {@link RelationshipStore#confirmTags} writes. It
   * saves a write for each session; a jump may so come some attempts early, which harms nothing.
   */
  public static final int CONFIRM_AT = PATIENCE / 2;

  /** The counter from which no further tag is taken; out of reach at a million tags a second. */
  public static final long LAST = Long.MAX_VALUE - 2L * TagWindow.HIGH_RUNG * TagWindow.RUNGS;

  private TagCounter() {}

  /**
   * The counter to use now.
   *
   * @param nextTag the lowest counter never used
   * @param unconfirmed how many were used since the peer last accepted one, at least 0
   * @return {@code nextTag}, or the rung above it that is due
   * @throws IllegalStateException when the counters are used up
   */
  public static long toUse(long nextTag, long unconfirmed) {
    long counter = roundUp(nextTag, step(unconfirmed));
    if (counter > LAST) {
      throw new IllegalStateException("this relationship's tags are used up; pair anew");
    }
    return counter;
  }

  private static int step(long unconfirmed) {
    if (unconfirmed == PATIENCE) {
      return TagWindow.LOW_RUNG;
    }
    boolean doubled = unconfirmed >= 2L * PATIENCE && Long.bitCount(unconfirmed) == 1;
    return doubled ? TagWindow.HIGH_RUNG : 1;
  }

  static long roundUp(long counter, int step) {
    return counter <= LAST ? (counter + step - 1) / step * step : counter;
  }
}
