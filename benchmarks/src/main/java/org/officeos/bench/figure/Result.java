package org.officeos.bench.figure;

/**
 * One figure as measured.
 *
 * @param figure which
 * @param window appended to the printed name where the run was shorter than the goal asks for, such
 *     as {@code 30s}; otherwise empty
 * @param value the value that is judged
 * @param min the least single measurement
 * @param max the greatest
 * @param count how many there were
 */
public record Result(
    Figure figure, String window, double value, double min, double max, int count) {

  private static final String KIND = "figure";

  /** The median of {@code samples}. */
  public static Result of(Figure figure, Samples samples) {
    return new Result(figure, "", samples.median(), samples.min(), samples.max(), samples.count());
  }

  /** Whether the goal was reached. */
  public Verdict verdict() {
    return figure.judge(value);
  }

  /** The name, with the window where there is one. */
  public String name() {
    return window.isEmpty() ? figure.label() : figure.label() + "-" + window;
  }

  /** {@code NAME value goal ok|short}. */
  public String line() {
    return String.join(
        " ",
        name(),
        figure.unit().write(value),
        figure.unit().write(figure.goal()),
        verdict().word());
  }

  /** The line of a figure that could not be measured: {@code NAME - goal short}. */
  public static String unmeasured(Figure figure) {
    return String.join(
        " ", figure.label(), "-", figure.unit().write(figure.goal()), Verdict.SHORT.word());
  }

  /** One line for {@link Records}. */
  public String toRecord() {
    return String.join(
        "\t",
        KIND,
        figure.label(),
        window,
        Double.toString(value),
        Double.toString(min),
        Double.toString(max),
        Integer.toString(count));
  }

  static Result fromColumns(String[] columns) {
    return new Result(
        Figure.of(columns[1]),
        columns[2],
        Double.parseDouble(columns[3]),
        Double.parseDouble(columns[4]),
        Double.parseDouble(columns[5]),
        Integer.parseInt(columns[6]));
  }

  static boolean isKind(String word) {
    return KIND.equals(word);
  }
}
