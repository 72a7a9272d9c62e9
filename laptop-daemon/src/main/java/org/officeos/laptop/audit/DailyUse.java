package org.officeos.laptop.audit;

import java.time.Instant;
import java.util.Optional;
import org.officeos.session.relationship.RelationshipId;

/**
 * What one device used on one day.
 *
 * @param relationship the device
 * @param requests accepted, echoes included
 * @param refused refused before any service was called
 * @param lastSeen when it was last heard of, on any day
 */
public record DailyUse(
    RelationshipId relationship, long requests, long refused, Optional<Instant> lastSeen) {}
