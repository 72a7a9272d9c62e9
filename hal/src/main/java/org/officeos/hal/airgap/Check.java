package org.officeos.hal.airgap;

/**
 * One vector's check.
 *
 * @param vector what it looks for
 * @param expected what should be the case, in one line
 * @param fix what to do where it is not, in one line
 * @param judge looks, and says so on the sheet
 */
record Check(LeakVector vector, String expected, String fix, Judge judge) {

  /** Looks at a snapshot. */
  @FunctionalInterface
  interface Judge {

    void look(Sheet sheet);
  }
}
