package org.officeos.session;

import java.time.Duration;
import java.time.Instant;
import org.officeos.session.pairing.PairingSelf;

/**
 * What this device says of itself when it pairs.
 *
 * @param name how the peer's screen will call this device, 1 to 64 characters
 * @param lifetime how long the relationship should last; the shorter of both wishes wins
 */
public record PairingOffer(String name, Duration lifetime) {

  /** A relationship's lifetime unless somebody wishes otherwise. */
  public static final Duration DEFAULT_LIFETIME = Duration.ofDays(30);

  /** Longest lifetime that can be wished for. */
  public static final Duration MAX_LIFETIME = Duration.ofDays(365);

  /** Refuses a name that the peer would refuse, and a lifetime that is not 1 to 365 whole days. */
  public PairingOffer {
    if (lifetime.toDays() < 1
        || lifetime.compareTo(MAX_LIFETIME) > 0
        || !lifetime.equals(Duration.ofDays(lifetime.toDays()))) {
      throw new IllegalArgumentException("a lifetime is 1 to 365 whole days");
    }
    new PairingSelf(name, (int) lifetime.toDays(), Instant.EPOCH);
  }
}
