package org.officeos.hal.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.Opening;

/**
 * Keeps the log from filling: of one thing, and of all things together, only so much is written one
 * by one in each span of time, and the rest is counted.
 */
final class Ledger {

  /** Length of a span: 10 s. */
  static final long SPAN = 10_000_000_000L;

  /** Written one by one of each thing. */
  static final int EACH = 8;

  /** Most things told apart; what is beyond is counted together. */
  static final int THINGS = 64;

  private static final String OTHERS = "other things";

  /** One thing and its way out. */
  private record Thing(LeakVector vector, String subject) {}

  private static final class Count {
    int written;
    int more;
    long slowest;
  }

  private final Map<Thing, Count> counts = new LinkedHashMap<>();
  private long began;

  /** What is to be written of something that was shut; empty where it is only counted. */
  List<GuardRecord> shut(GuardRecord.Shut record, long now) {
    return entered(record, record.opening(), record.took(), now);
  }

  /** The same of something that could not be shut. */
  List<GuardRecord> open(GuardRecord.Open record, long now) {
    return entered(record, record.opening(), 0, now);
  }

  private List<GuardRecord> entered(GuardRecord record, Opening opening, long took, long now) {
    List<GuardRecord> written = new ArrayList<>(passed(now));
    if (counts.isEmpty()) {
      began = now;
    }
    Thing thing = new Thing(opening.vector(), opening.subject());
    boolean known = counts.containsKey(thing) || counts.size() < THINGS;
    Count count =
        counts.computeIfAbsent(
            known ? thing : new Thing(LeakVector.LINK_UP, OTHERS), unused -> new Count());
    if (known && count.written < EACH) {
      count.written++;
      written.add(record);
    } else {
      count.more++;
      count.slowest = Math.max(count.slowest, took);
    }
    return written;
  }

  /** What is to be written at the end of a span. */
  List<GuardRecord> passed(long now) {
    if (counts.isEmpty() || now - began < SPAN) {
      return List.of();
    }
    return end();
  }

  /** What was counted and not yet written. */
  List<GuardRecord> end() {
    List<GuardRecord> written = new ArrayList<>();
    counts.forEach(
        (thing, count) -> {
          if (count.more > 0) {
            written.add(
                new GuardRecord.Repeated(
                    thing.vector(), thing.subject(), count.more, count.slowest));
          }
        });
    counts.clear();
    return written;
  }

  /** When the span ends, where one is under way. */
  OptionalLong ends() {
    return counts.isEmpty() ? OptionalLong.empty() : OptionalLong.of(began + SPAN);
  }
}
