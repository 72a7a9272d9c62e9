package org.officeos.bench.figure;

import java.util.Locale;

/** How a value is written. */
public enum Unit {
  /** One time or speed over another. */
  RATIO("%.3f"),
  /** Whole bytes. */
  BYTES("%.0f"),
  /** Per cent. */
  PERCENT("%.2f");

  private final String form;

  Unit(String form) {
    this.form = form;
  }

  /** The value with as many digits as it deserves, a point for the decimal mark. */
  public String write(double value) {
    return String.format(Locale.ROOT, form, value);
  }
}
