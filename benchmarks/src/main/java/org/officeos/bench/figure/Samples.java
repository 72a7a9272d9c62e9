package org.officeos.bench.figure;

import java.util.Arrays;

/** A handful of measurements of one thing, at least one. Immutable. */
public final class Samples {

  private final double[] sorted;

  private Samples(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * Keeps a copy.
   *
   * @throws IllegalArgumentException where there is none, or one is no finite number
   */
  public static Samples of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a measurement is a finite number, not " + value);
      }
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Samples(sorted);
  }

  /**
   * Ratios of neighbours: the n-th of {@code above} over the n-th of {@code below}, which were
   * measured one right after the other, so that a slow drift of the machine cancels out.
   */
  public static Samples ratios(double[] above, double[] below) {
    if (above.length != below.length) {
      throw new IllegalArgumentException("pairs, not " + above.length + " and " + below.length);
    }
    double[] ratios = new double[above.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = above[i] / below[i];
    }
    return of(ratios);
  }

  /** The middle one, or the mean of the two in the middle. */
  public double median() {
    return quantile(0.5);
  }

  /** The least. */
  public double min() {
    return sorted[0];
  }

  /** The greatest. */
  public double max() {
    return sorted[sorted.length - 1];
  }

  /** How many. */
  public int count() {
    return sorted.length;
  }

  /** The value below which the share {@code q} lies, 0 to 1, linear between neighbours. */
  public double quantile(double q) {
    double place = q * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
  }
}
