package org.officeos.wpa.formation;

import java.time.Duration;

/**
 * When a phase has lasted too long. A late one is told from the present one by its number.
 *
 * @param sequence which one; each phase entered has its own
 * @param dueNanos when, on the clock that the machine is driven by
 */
public record PhaseTimer(long sequence, long dueNanos) {

  static PhaseTimer after(long sequence, Duration wait, long nowNanos) {
    return new PhaseTimer(sequence, nowNanos + wait.toNanos());
  }
}
