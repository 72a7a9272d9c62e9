package org.officeos.session.pairing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What this device says of itself, covered by its signature.
 *
 * @param name 1 to 64 characters, not blank, without control characters, line breaks, unpaired
 *     surrogates, or marks that change the direction of writing
 * @param lifetimeDays the wish for the relationship's lifetime, 1 to 365; the shorter wish wins
 * @param created now, by this device's clock; kept to the second
 */
public record PairingSelf(String name, int lifetimeDays, Instant created) {

  /** Longest lifetime that can be wished for, in days. */
  public static final int MAX_LIFETIME_DAYS = 365;

  /** Latest time that can be said: the last second of the year 9999. */
  static final long MAX_EPOCH_SECOND = 253_402_300_799L;

  /** Refuses what the peer would refuse. */
  public PairingSelf {
    if (!DeviceName.isFit(name)) {
      throw new IllegalArgumentException(
          "a device's name has 1 to 64 characters, and nothing that a screen cannot show");
    }
    if (lifetimeDays < 1 || lifetimeDays > MAX_LIFETIME_DAYS) {
      throw new IllegalArgumentException("a lifetime is 1 to 365 days");
    }
    if (created.getEpochSecond() < 0 || created.getEpochSecond() > MAX_EPOCH_SECOND) {
      throw new IllegalArgumentException("the clock is before 1970 or after 9999; set it");
    }
    created = created.truncatedTo(ChronoUnit.SECONDS);
  }
}
