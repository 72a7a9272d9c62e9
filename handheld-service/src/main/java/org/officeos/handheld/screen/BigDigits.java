package org.officeos.handheld.screen;

import java.util.ArrayList;
import java.util.List;

/** Digits five lines high, to be read across a table. Pure. */
public final class BigDigits {

  private static final int ROWS = 5;
  private static final int WIDTH = 5;
  private static final String[] FACES = {
    "#####" + "#   #" + "#   #" + "#   #" + "#####",
    "  #  " + " ##  " + "  #  " + "  #  " + "#####",
    "#####" + "    #" + "#####" + "#    " + "#####",
    "#####" + "    #" + " ####" + "    #" + "#####",
    "#   #" + "#   #" + "#####" + "    #" + "    #",
    "#####" + "#    " + "#####" + "    #" + "#####",
    "#####" + "#    " + "#####" + "#   #" + "#####",
    "#####" + "    #" + "   # " + "  #  " + "  #  ",
    "#####" + "#   #" + "#####" + "#   #" + "#####",
    "#####" + "#   #" + "#####" + "    #" + "#####",
  };

  private BigDigits() {}

  /**
   * Lines that show {@code words}; characters that are no digits are gaps.
   *
   * @param columns the terminal's width; where the digits do not fit, the words come as they are
   */
  public static List<String> of(String words, int columns) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < words.length(); i++) {
        char c = words.charAt(i);
        boolean digit = c >= '0' && c <= '9';
        line.append(
            digit ? FACES[c - '0'].substring(row * WIDTH, (row + 1) * WIDTH) + "  " : "   ");
      }
      lines.add(line.toString().stripTrailing());
    }
    boolean fits = lines.stream().allMatch(line -> line.length() < columns);
    return fits ? lines : List.of(words);
  }
}
