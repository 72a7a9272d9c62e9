package org.officeos.laptop.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.officeos.session.relationship.RelationshipId;

/**
 * One paired device, as a person sees it.
 *
 * @param id of the relationship
 * @param name that the device gave itself
 * @param pairedAt when it was paired
 * @param expires when the relationship ends unless renewed
 * @param grants what it may ask for
 * @param sessions open now; 0 where no daemon runs
 * @param lastSeen when it was last heard of
 * @param requestsToday accepted today, UTC
 * @param refusedToday refused today, UTC
 */
public record DeviceView(
    RelationshipId id,
    String name,
    Instant pairedAt,
    Instant expires,
    SortedSet<String> grants,
    int sessions,
    Optional<Instant> lastSeen,
    long requestsToday,
    long refusedToday) {

  /** Days left, as warned about at 7, 3 and 1; rounded up, 0 when the time is over. */
  public long daysLeft(Instant now) {
    Duration left = Duration.between(now, expires);
    return left.isNegative() || left.isZero() ? 0 : (left.toSeconds() + 86_399) / 86_400;
  }
}
