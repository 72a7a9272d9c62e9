package org.officeos.handheld.screen;

import java.util.Map;
import java.util.Optional;

/**
 * A terminal's size, in characters.
 *
 * @param columns 1 to 1000
 * @param lines 1 to 1000
 */
public record TerminalSize(int columns, int lines) {

  /** Where nobody knows. */
  public static final TerminalSize FALLBACK = new TerminalSize(80, 24);

  private static final int MAX = 1000;

  /** Refuses sizes out of range. */
  public TerminalSize {
    if (columns < 1 || lines < 1 || columns > MAX || lines > MAX) {
      throw new IllegalArgumentException("a terminal has 1 to 1000 columns and lines");
    }
  }

  /** From COLUMNS and LINES, where both are there and in range. */
  public static Optional<TerminalSize> of(Map<String, String> environment) {
    return parse(
        environment.getOrDefault("LINES", "") + " " + environment.getOrDefault("COLUMNS", ""));
  }

  /** From what {@code stty size} prints: lines, then columns. */
  public static Optional<TerminalSize> parse(String linesAndColumns) {
    String trimmed = linesAndColumns.strip();
    if (!trimmed.matches("[0-9]{1,4} [0-9]{1,4}")) {
      return Optional.empty();
    }
    int space = trimmed.indexOf(' ');
    int lines = Integer.parseInt(trimmed.substring(0, space));
    int columns = Integer.parseInt(trimmed.substring(space + 1));
    return lines < 1 || columns < 1 || lines > MAX || columns > MAX
        ? Optional.empty()
        : Optional.of(new TerminalSize(columns, lines));
  }
}
