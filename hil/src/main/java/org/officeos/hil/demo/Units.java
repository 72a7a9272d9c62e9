package org.officeos.hil.demo;

import java.util.Locale;

/** Figures as people read them. */
final class Units {

  private Units() {}

  static String micros(long micros) {
    if (micros < 10_000) {
      return micros + " µs";
    }
    return micros < 10_000_000
        ? micros / 1000 + " ms"
        : String.format(Locale.ROOT, "%.1f s", micros / 1e6);
  }
}
