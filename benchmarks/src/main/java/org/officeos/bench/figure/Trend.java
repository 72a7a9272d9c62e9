package org.officeos.bench.figure;

/**
 * How a series moves, by Theil and Sen: the median of the slopes between all pairs, so that single
 * outliers, such as a sample taken in the middle of a request, do not decide.
 */
public final class Trend {

  private Trend() {}

  /**
   * Slope of {@code y} over {@code x}.
   *
   * @throws IllegalArgumentException with fewer than three points, or two at one place
   */
  public static double slope(double[] x, double[] y) {
    if (x.length != y.length || x.length < 3) {
      throw new IllegalArgumentException("a trend takes three points or more");
    }
    double[] slopes = new double[x.length * (x.length - 1) / 2];
    int n = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        slopes[n++] = (y[j] - y[i]) / (x[j] - x[i]);
      }
    }
    return Samples.of(slopes).median();
  }

  /** Growth from the first to the last {@code x} by that slope, in per cent of the median. */
  public static double growthPercent(double[] x, double[] y) {
    return slope(x, y) * (x[x.length - 1] - x[0]) / Samples.of(y).median() * 100;
  }
}
