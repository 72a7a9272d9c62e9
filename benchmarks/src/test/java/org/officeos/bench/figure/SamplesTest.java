package org.officeos.bench.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SamplesTest {

  @Test
  void theMedianOfAnOddNumberIsTheMiddleOne() {
    assertEquals(3, Samples.of(9, 1, 3).median());
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
    assertEquals(2.5, Samples.of(4, 1, 2, 3).median());
  }

  @Test
  void oneSampleIsItsOwnMedianLeastAndGreatest() {
    Samples one = Samples.of(7);
    assertEquals(7, one.median());
    assertEquals(7, one.min());
    assertEquals(7, one.max());
    assertEquals(1, one.count());
  }

  @Test
  void quantilesLieOnTheLineBetweenNeighbours() {
    Samples samples = Samples.of(10, 20, 30, 40, 50);
    assertEquals(10, samples.quantile(0));
    assertEquals(46, samples.quantile(0.9), 1e-9);
    assertEquals(50, samples.quantile(1));
  }

  @Test
  void ratiosPairNeighboursSoThatADriftOfTheMachineCancelsOut() {
    Samples ratios = Samples.ratios(new double[] {10, 20, 40}, new double[] {5, 10, 20});
    assertEquals(2, ratios.min());
    assertEquals(2, ratios.max());
  }

  @Test
  void refusesUnequalPairs() {
    assertThrows(
        IllegalArgumentException.class, () -> Samples.ratios(new double[2], new double[3]));
  }

  @Test
  void refusesNothing() {
    assertThrows(IllegalArgumentException.class, Samples::of);
  }

  @Test
  void refusesWhatIsNoFiniteNumber() {
    assertThrows(IllegalArgumentException.class, () -> Samples.of(1, Double.NaN));
    assertThrows(
        IllegalArgumentException.class, () -> Samples.ratios(new double[] {1}, new double[] {0}));
  }

  @Test
  void keepsItsOwnCopy() {
    double[] values = {1, 2, 3};
    Samples samples = Samples.of(values);
    values[2] = 100;
    assertEquals(3, samples.max());
  }
}
