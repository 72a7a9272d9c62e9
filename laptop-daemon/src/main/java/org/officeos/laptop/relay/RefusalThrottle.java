package org.officeos.laptop.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.officeos.session.relationship.RelationshipId;

/**
 * Keeps a device that is refused again and again from filling the disk: at most sixty refusals of
 * one device are recorded in a minute. Requests that are let in are always recorded.
 */
final class RefusalThrottle {

  static final int PER_MINUTE = 60;

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final LongSupplier nanoTime;
  private final Map<RelationshipId, Integer> recorded = new HashMap<>();
  private long windowStart;

  RefusalThrottle(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.windowStart = nanoTime.getAsLong();
  }

  synchronized boolean mayRecord(RelationshipId id) {
    long now = nanoTime.getAsLong();
    if (now - windowStart >= MINUTE) {
      windowStart = now;
      recorded.clear();
    }
    return recorded.merge(id, 1, Integer::sum) <= PER_MINUTE;
  }
}
