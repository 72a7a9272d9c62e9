package org.officeos.hil.timeline;

/**
 * Where a time is on the drawing.
 *
 * @param begin the left end, in microseconds since 1970
 * @param end the right end
 */
record Axis(long begin, long end) {

  /** Where the names of rows end and the time begins. */
  static final double LEFT = 190;

  /** Where the time ends. */
  static final double RIGHT = 1180;

  /** The width of all. */
  static final double WIDTH = 1200;

  double x(long micros) {
    double part = (micros - begin) / (double) Math.max(1, end - begin);
    return LEFT + Math.max(0, Math.min(1, part)) * (RIGHT - LEFT);
  }

  double secondsSinceBegin(long micros) {
    return (micros - begin) / 1e6;
  }

  /** Seconds between two lines of the scale: 1, 2 or 5 times a power of ten, about ten of them. */
  double step() {
    double wanted = Math.max(1e-5, (end - begin) / 1e6 / 10);
    double power = Math.pow(10, Math.floor(Math.log10(wanted)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= wanted) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
