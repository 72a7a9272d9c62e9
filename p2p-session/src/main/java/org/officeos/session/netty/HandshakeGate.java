package org.officeos.session.netty;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which strangers may begin a handshake: at most {@value #MAX_HALF_OPEN} at once and
 * {@value #PER_SECOND} a second, {@value #SECONDS_EACH} seconds for each. A newcomer to a full gate
 * takes the place of the oldest that has shown no valid tag yet, so that idle connections cannot
 * keep a paired device out. Safe for use by several threads.
 *
 * @param <T> who waits at the gate
 */
final class HandshakeGate<T> {

  static final int MAX_HALF_OPEN = 4;
  static final int PER_SECOND = 20;
  static final int SECONDS_EACH = 15;

  private static final long SECOND = 1_000_000_000L;

  private final Map<T, Boolean> halfOpen = new LinkedHashMap<>();
  private final ArrayDeque<Long> arrivals = new ArrayDeque<>();

  /**
   * What to do with a newcomer.
   *
   * @param admitted whether it may begin
   * @param evicted who must leave for it, or null
   * @param <T> who waits at the gate
   */
  record Verdict<T>(boolean admitted, @Nullable T evicted) {}

  synchronized Verdict<T> arrive(T newcomer, long now) {
    while (!arrivals.isEmpty() && now - arrivals.element() >= SECOND) {
      arrivals.remove();
    }
    if (arrivals.size() >= PER_SECOND) {
      return new Verdict<>(false, null);
    }
    T evicted = null;
    if (halfOpen.size() >= MAX_HALF_OPEN) {
      evicted = oldestUnproven();
      if (evicted == null) {
        return new Verdict<>(false, null);
      }
      halfOpen.remove(evicted);
    }
    arrivals.add(now);
    halfOpen.put(newcomer, Boolean.FALSE);
    return new Verdict<>(true, evicted);
  }

  /** It showed a valid tag: nobody takes its place. */
  synchronized void showedTag(T who) {
    halfOpen.replace(who, Boolean.TRUE);
  }

  /** It is through, or gone. */
  synchronized void leave(T who) {
    halfOpen.remove(who);
  }

  private @Nullable T oldestUnproven() {
    for (Map.Entry<T, Boolean> entry : halfOpen.entrySet()) {
      if (!entry.getValue()) {
        return entry.getKey();
      }
    }
    return null;
  }
}
