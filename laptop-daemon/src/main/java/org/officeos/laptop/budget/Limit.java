package org.officeos.laptop.budget;

/**
 * What one device may use of one instruction.
 *
 * @param perMinute requests a minute, 1 to 1000000
 * @param concurrent requests at once, 1 to 10000
 */
public record Limit(int perMinute, int concurrent) {

  /** Seconds of the short window. */
  public static final int SHORT_WINDOW_SECONDS = 10;

  /** Refuses limits out of range. */
  public Limit {
    if (perMinute < 1 || perMinute > 1_000_000 || concurrent < 1 || concurrent > 10_000) {
      throw new IllegalArgumentException("limit out of range");
    }
  }

  /**
   * Most requests in a burst within the short window: a third of the minute's, at least two, so
   * that a minute's whole allowance never comes at once.
   */
  public int burst() {
    return Math.min(perMinute, Math.max(2, (perMinute + 2) / 3));
  }
}
