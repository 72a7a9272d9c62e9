package org.officeos.bench.figure;

import java.util.Locale;

/** Whether a figure reached its goal. */
public enum Verdict {
  /** It did. */
  OK,
  /** It did not. */
  SHORT;

  /** The word on the printed line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
