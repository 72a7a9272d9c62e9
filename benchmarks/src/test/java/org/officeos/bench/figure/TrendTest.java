package org.officeos.bench.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TrendTest {

  private static final double[] X = {0, 10, 20, 30, 40};

  @Test
  void aStraightLineHasItsSlope() {
    assertEquals(0.5, Trend.slope(X, new double[] {1, 6, 11, 16, 21}), 1e-12);
  }

  @Test
  void oneOutlierDoesNotBendAFlatSeries() {
    assertEquals(0, Trend.slope(X, new double[] {100, 100, 900, 100, 100}), 1e-12);
  }

  @Test
  void aLeakShowsAsGrowthInPerCentOfTheMedian() {
    assertEquals(
        40 * 0.25 / 105 * 100,
        Trend.growthPercent(X, new double[] {100, 102.5, 105, 107.5, 110}),
        1e-9);
  }

  @Test
  void shrinkingIsNegativeGrowth() {
    assertEquals(-50, Trend.growthPercent(X, new double[] {125, 112.5, 100, 87.5, 75}), 1e-9);
  }

  @Test
  void refusesTwoPointsAndTwoPointsAtOnePlace() {
    assertThrows(IllegalArgumentException.class, () -> Trend.slope(new double[2], new double[2]));
    assertThrows(
        IllegalArgumentException.class,
        () -> Trend.slope(new double[] {1, 1, 2}, new double[] {1, 2, 3}));
  }
}
