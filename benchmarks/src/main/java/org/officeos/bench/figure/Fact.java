package org.officeos.bench.figure;

/**
 * Something measured on the way that has no goal of its own, such as megabytes a second.
 *
 * @param name what, in words
 * @param unit of what, such as {@code MB/s}
 * @param value the median
 * @param min the least single measurement
 * @param max the greatest
 */
public record Fact(String name, String unit, double value, double min, double max) {

  private static final String KIND = "fact";

  /** The median of {@code samples}. */
  public static Fact of(String name, String unit, Samples samples) {
    return new Fact(name, unit, samples.median(), samples.min(), samples.max());
  }

  /** One line for {@link Records}. */
  public String toRecord() {
    return String.join(
        "\t", KIND, name, unit, Double.toString(value), Double.toString(min), Double.toString(max));
  }

  static Fact fromColumns(String[] columns) {
    return new Fact(
        columns[1],
        columns[2],
        Double.parseDouble(columns[3]),
        Double.parseDouble(columns[4]),
        Double.parseDouble(columns[5]));
  }

  static boolean isKind(String word) {
    return KIND.equals(word);
  }
}
