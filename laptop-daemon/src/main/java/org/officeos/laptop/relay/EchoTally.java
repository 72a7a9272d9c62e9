package org.officeos.laptop.relay;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.officeos.session.relationship.RelationshipId;

/** Counts echoes in memory until somebody writes the counts down. */
final class EchoTally {

  private final Map<RelationshipId, LongAdder> counts = new ConcurrentHashMap<>();

  LongAdder of(RelationshipId id) {
    LongAdder count = counts.get(id);
    return count != null ? count : counts.computeIfAbsent(id, key -> new LongAdder());
  }

  /** What came since the last time. A device keeps its counter for as long as the daemon runs. */
  Map<RelationshipId, Long> drain() {
    Map<RelationshipId, Long> due = new TreeMap<>();
    counts.forEach(
        (id, count) -> {
          long sum = count.sumThenReset();
          if (sum > 0) {
            due.put(id, sum);
          }
        });
    return due;
  }
}
