package org.officeos.hil.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The frames of one capture, by kind: of each its time, and of the first few of each kind all there
 * is to say. Not safe for use by several threads.
 */
final class Air {

  /** Frames of a kind that are kept whole. */
  static final int WHOLE = 100;

  /** Names of senders that are kept. */
  private static final int MOST_NAMES = 64;

  private final Map<FrameKind, Kept> rows = new EnumMap<>(FrameKind.class);
  private final Map<String, String> names = new TreeMap<>();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private int count;

  /** The times of one kind, and the first frames themselves. */
  private static final class Kept {
    private long[] times = new long[64];
    private int count;
    private final List<Frame> whole = new ArrayList<>();
  }

  /** Takes one frame. */
  void add(long micros, Frame frame) {
    Kept kept = rows.computeIfAbsent(frame.kind(), kind -> new Kept());
    if (kept.count == kept.times.length) {
      kept.times = Arrays.copyOf(kept.times, kept.count * 2);
    }
    kept.times[kept.count++] = micros;
    if (kept.whole.size() < WHOLE) {
      kept.whole.add(frame);
    }
    if (frame.source().isPresent() && frame.senderName().isPresent() && names.size() < MOST_NAMES) {
      names.putIfAbsent(frame.source().get(), frame.senderName().get());
    }
    first = Math.min(first, micros);
    last = Math.max(last, micros);
    count++;
  }

  int count() {
    return count;
  }

  OptionalLong first() {
    return count == 0 ? OptionalLong.empty() : OptionalLong.of(first);
  }

  OptionalLong last() {
    return count == 0 ? OptionalLong.empty() : OptionalLong.of(last);
  }

  /** The kinds that were seen, in the order of a connection's life. */
  List<FrameKind> kinds() {
    return List.copyOf(rows.keySet());
  }

  int count(FrameKind kind) {
    Kept kept = rows.get(kind);
    return kept == null ? 0 : kept.count;
  }

  /** When frames of that kind were seen, in microseconds since 1970, as the capture has them. */
  long[] times(FrameKind kind) {
    Kept kept = rows.get(kind);
    return kept == null ? new long[0] : Arrays.copyOf(kept.times, kept.count);
  }

  /** The first of that kind, at most {@link #WHOLE}, beside their times. */
  List<Frame> whole(FrameKind kind) {
    Kept kept = rows.get(kind);
    return kept == null ? List.of() : List.copyOf(kept.whole);
  }

  /** How many frames of that kind each of so many equal parts of the time has. */
  int[] bins(FrameKind kind, long begin, long end, int parts) {
    int[] bins = new int[parts];
    double width = Math.max(1, end - begin) / (double) parts;
    for (long time : times(kind)) {
      int bin = (int) ((time - begin) / width);
      bins[Math.max(0, Math.min(parts - 1, bin))]++;
    }
    return bins;
  }

  /** An address as the page says it: with the name its owner gave it, where a frame told it. */
  String name(Optional<String> address) {
    if (address.isEmpty()) {
      return "?";
    }
    String own = address.get();
    if (own.equals("ff:ff:ff:ff:ff:ff")) {
      return "all";
    }
    String name = names.get(own);
    return name == null ? own : name + " (" + own + ")";
  }
}
