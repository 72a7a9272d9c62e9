package org.officeos.laptop.cli;

/** Six digits, five rows high, readable from across a table. */
final class BigDigits {

  private static final String[][] SHAPES = {
    {"###", "# #", "# #", "# #", "###"},
    {" # ", "## ", " # ", " # ", "###"},
    {"###", "  #", "###", "#  ", "###"},
    {"###", "  #", "###", "  #", "###"},
    {"# #", "# #", "###", "  #", "  #"},
    {"###", "#  ", "###", "  #", "###"},
    {"###", "#  ", "###", "# #", "###"},
    {"###", "  #", "  #", "  #", "  #"},
    {"###", "# #", "###", "# #", "###"},
    {"###", "# #", "###", "  #", "###"}
  };

  private BigDigits() {}

  /** Five lines; a wider gap after the third digit. */
  static String of(String digits) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < SHAPES[0].length; row++) {
      StringBuilder line = new StringBuilder("    ");
      for (int i = 0; i < digits.length(); i++) {
        line.append(SHAPES[digits.charAt(i) - '0'][row].replace('#', '\u2588'));
        line.append(i == 2 ? "      " : "  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
