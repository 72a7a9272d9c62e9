package org.officeos.laptop.upstream;

/** Hears how far a drawing is. */
@FunctionalInterface
public interface ProgressSink {

  /**
   * How far it is. Never goes back within one job; must not block.
   *
   * @param permille 0 to 1000
   * @param step the current step, 0 where there are none
   * @param steps the number of steps, 0 where there are none
   * @param etaMillis milliseconds still to go as the service guesses, -1 where it does not
   */
  void onProgress(int permille, int step, int steps, long etaMillis);
}
