package org.officeos.bench.run;

/** Work that is timed. */
@FunctionalInterface
interface Clocked {

  /** Does it once. */
  void once() throws Exception;

  /** Repeats for at least {@code millis}. */
  default void warm(long millis) throws Exception {
    perSecond(millis);
  }

  /** How often a second, repeating for at least {@code millis}. */
  default double perSecond(long millis) throws Exception {
    long start = System.nanoTime();
    long end = start + millis * 1_000_000;
    long times = 0;
    long now;
    do {
      once();
      times++;
      now = System.nanoTime();
    } while (now < end);
    return times * 1e9 / (now - start);
  }

  /** Microseconds of each of {@code times} single repetitions. */
  default double[] micros(int times) throws Exception {
    double[] micros = new double[times];
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      once();
      micros[i] = (System.nanoTime() - start) / 1e3;
    }
    return micros;
  }
}
