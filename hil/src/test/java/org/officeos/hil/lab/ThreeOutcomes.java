package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * One test of each outcome. Run by {@link LabReportTest}, never by itself: its name sees to that.
 */
final class ThreeOutcomes {

  @Test
  void passes(TestReporter reporter) {
    reporter.publishEntry("note", "took 3 frames");
  }

  @Test
  void fails() {
    throw new AssertionError("\n a < b & \"c\"\u0001\nsecond line\t");
  }

  @Test
  void doesNotApply() {
    abort("no P2P-device here");
  }
}
