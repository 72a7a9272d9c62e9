package org.officeos.handheld.screen;

/** Progress in words and as a bar. Pure. */
public final class ProgressText {

  private static final int BAR = 24;

  private ProgressText() {}

  /**
   * One line such as {@code [######..................] 25 % step 5/20 3 s left}.
   *
   * @param permille 0 to 1000
   * @param step 0 where there are none
   * @param steps 0 where there are none
   * @param etaMillis -1 where nobody guesses
   * @param columns the bar is left out where the line would not fit
   */
  public static String bar(int permille, int step, int steps, long etaMillis, int columns) {
    String words = words(permille, step, steps, etaMillis);
    int full = permille * BAR / 1000;
    String bar = "[" + "#".repeat(full) + ".".repeat(BAR - full) + "] ";
    String line = bar + words;
    if (line.length() < columns) {
      return line;
    }
    return words.length() < columns ? words : words.substring(0, Math.max(0, columns - 1));
  }

  /** The same without a bar. */
  public static String words(int permille, int step, int steps, long etaMillis) {
    StringBuilder words = new StringBuilder();
    String percent = Integer.toString(permille / 10);
    words.append(" ".repeat(3 - percent.length())).append(percent).append(" %");
    if (steps > 0) {
      words.append("  step ").append(step).append('/').append(steps);
    }
    if (etaMillis >= 0) {
      words.append("  ").append(duration(etaMillis)).append(" left");
    }
    return words.toString();
  }

  /** Whole seconds rounded up, minutes and seconds from 100 s on. */
  static String duration(long millis) {
    long seconds = (millis + 999) / 1000;
    return seconds < 100 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }
}
