package org.officeos.laptop.relay;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.officeos.session.relationship.RelationshipId;

/**
 * Counts requests inside the relay, so that no device fills its queues. This is about memory; what
 * a device may use is the budget's to say.
 */
final class Door {

  /** Requests inside at once, of all devices. */
  static final int MAX_INSIDE = 1024;

  /** Requests inside at once, of one device. */
  static final int MAX_OF_ONE = 64;

  private final AtomicInteger inside = new AtomicInteger();
  private final Map<RelationshipId, Integer> ofOne = new ConcurrentHashMap<>();

  boolean enter(RelationshipId id) {
    if (inside.incrementAndGet() > MAX_INSIDE) {
      inside.decrementAndGet();
      return false;
    }
    boolean[] entered = new boolean[1];
    ofOne.compute(
        id,
        (key, count) -> {
          int now = count == null ? 0 : count;
          entered[0] = now < MAX_OF_ONE;
          return entered[0] ? (Integer) (now + 1) : count;
        });
    if (!entered[0]) {
      inside.decrementAndGet();
    }
    return entered[0];
  }

  void leave(RelationshipId id) {
    ofOne.computeIfPresent(id, (key, count) -> count == 1 ? null : (Integer) (count - 1));
    inside.decrementAndGet();
  }

  int inside() {
    return inside.get();
  }
}
