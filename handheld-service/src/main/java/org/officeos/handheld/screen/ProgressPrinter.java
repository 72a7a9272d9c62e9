package org.officeos.handheld.screen;

import java.io.PrintStream;

/**
 * Shows progress: on a terminal one line that is painted over, in a pipe a line at every tenth. Not
 * safe for use by several threads.
 */
public final class ProgressPrinter {

  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private final int columns;
  private int toldTenths = -1;
  private boolean painted;

  /**
   * A printer.
   *
   * @param terminal whether {@code out} is a terminal that understands a carriage return
   * @param columns the terminal's width
   */
  public ProgressPrinter(PrintStream out, boolean terminal, int columns) {
    this.out = out;
    this.terminal = terminal;
    this.columns = columns;
  }

  /** Shows one more word; a pipe hears only what reaches a new tenth. */
  public void show(int permille, int step, int steps, long etaMillis) {
    if (terminal) {
      out.print(CLEAR + ProgressText.bar(permille, step, steps, etaMillis, columns));
      out.flush();
      painted = true;
    } else if (permille / 100 > toldTenths) {
      toldTenths = permille / 100;
      out.println(ProgressText.words(permille, step, steps, etaMillis).strip());
    }
  }

  /** Takes a painted line away, so that other words can follow. */
  public void clear() {
    if (painted) {
      out.print(CLEAR);
      out.flush();
      painted = false;
    }
  }
}
