package org.officeos.session.relationship;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Judges relationships by a clock that may be wrong. Pure.
 *
 * <p>A handheld without a clock of its own may wake up in the past. So each relationship keeps the
 * latest time ever seen, its high-water mark: expiry counts from the later of the two, and a clock
 * more than a day behind the mark is reported and not trusted. Only inside a session may the mark,
 * or the clock, be taken from the peer.
 *
 * <p>Source: session protocol, version 1, "Every later connection".
 */
public final class ClockGuard {

  /** How far behind the high-water mark a clock may be: time zones and small corrections. */
  public static final Duration TOLERANCE = Duration.ofDays(1);

  /** How far the clock gets ahead of the stored mark before the mark is stored again. */
  public static final Duration HIGH_WATER_STEP = Duration.ofHours(1);

  private ClockGuard() {}

  /** The verdict on a relationship: it lasts as long as the longer-lived of its generations. */
  public static Validity judge(Relationship relationship, Instant now) {
    Instant end = relationship.current().expires();
    Instant nextEnd = relationship.next().map(Generation::expires).orElse(end);
    return judge(relationship, nextEnd.isAfter(end) ? nextEnd : end, now);
  }

  /** The verdict on one generation of a relationship, on which a session is to be opened. */
  public static Validity judge(Relationship relationship, Generation generation, Instant now) {
    return judge(relationship, generation.expires(), now);
  }

  private static Validity judge(Relationship relationship, Instant end, Instant now) {
    Duration remaining = Duration.between(latest(relationship, now), end);
    if (remaining.isZero() || remaining.isNegative()) {
      return new Validity(Validity.State.EXPIRED, Duration.ZERO);
    }
    boolean backwards = Duration.between(now, relationship.highWater()).compareTo(TOLERANCE) > 0;
    return new Validity(
        backwards ? Validity.State.CLOCK_RAN_BACKWARDS : Validity.State.VALID, remaining);
  }

  /** The time that counts: {@code now}, or the high-water mark where that is later. */
  public static Instant latest(Relationship relationship, Instant now) {
    return now.isAfter(relationship.highWater()) ? now : relationship.highWater();
  }

  /** The generations that may open a session now, the newest first; none unless valid. */
  public static List<Generation> usable(Relationship relationship, Instant now) {
    return Renewal.generations(relationship).stream()
        .filter(generation -> judge(relationship, generation, now).isValid())
        .toList();
  }

  /** Whether {@link Relationship#seenAt} is worth a write: at most one an hour. */
  public static boolean isHighWaterDue(Relationship relationship, Instant now) {
    return !now.isBefore(relationship.highWater().plus(HIGH_WATER_STEP));
  }
}
