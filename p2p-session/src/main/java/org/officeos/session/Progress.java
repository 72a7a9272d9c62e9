package org.officeos.session;

/**
 * How far the work has come.
 *
 * @param permille 0 to 1000
 * @param step the current step, 0 where there are none
 * @param steps the number of steps, 0 where there are none
 * @param etaMillis milliseconds still to go as the service guesses, -1 where it does not
 */
public record Progress(int permille, int step, int steps, long etaMillis) {

  /** Refuses a permille out of range and negative steps. */
  public Progress {
    if (permille < 0 || permille > 1000 || step < 0 || steps < 0 || etaMillis < -1) {
      throw new IllegalArgumentException("progress out of range");
    }
  }
}
