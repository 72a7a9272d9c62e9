package org.officeos.handheld.screen;

import java.util.ArrayList;
import java.util.List;

/**
 * Paints pictures with characters. In colour, a character is the upper half block U+2580, whose
 * foreground is the upper pixel and whose background the lower; each line ends with a reset. Pure.
 */
public final class HalfBlocks {

  private static final String RESET = "\u001b[0m";
  private static final String WEIGHTS = " .:-=+*#%@";
  private static final int[] CUBE = {0, 95, 135, 175, 215, 255};

  private HalfBlocks() {}

  /**
   * Lines to print; the picture keeps its proportions and is never enlarged.
   *
   * @param columns most characters in a line, at least 1
   * @param lines most lines, at least 1
   */
  public static List<String> paint(Pixels picture, Colours colours, int columns, int lines) {
    int most = Math.max(1, columns);
    int rows = Math.max(1, lines) * 2;
    double scale =
        Math.min(1.0, Math.min((double) most / picture.width(), (double) rows / picture.height()));
    int width = Math.max(1, (int) (picture.width() * scale));
    int height = Math.max(1, (int) (picture.height() * scale));
    Pixels fitted = picture.scaledTo(width, height + height % 2);
    List<String> painted = new ArrayList<>();
    for (int y = 0; y < fitted.height(); y += 2) {
      painted.add(line(fitted, y, colours));
    }
    return painted;
  }

  private static String line(Pixels picture, int y, Colours colours) {
    StringBuilder line = new StringBuilder();
    String before = "";
    for (int x = 0; x < picture.width(); x++) {
      int upper = picture.at(x, y);
      int lower = picture.at(x, y + 1);
      String paint =
          switch (colours) {
            case TRUECOLOUR -> "\u001b[38;2;" + rgb(upper) + ";48;2;" + rgb(lower) + "m";
            case PALETTE -> "\u001b[38;5;" + palette(upper) + ";48;5;" + palette(lower) + "m";
            case ASCII -> "";
          };
      if (!paint.equals(before)) {
        line.append(paint);
        before = paint;
      }
      line.append(colours == Colours.ASCII ? weight(upper, lower) : '\u2580');
    }
    return colours == Colours.ASCII ? line.toString().stripTrailing() : line + RESET;
  }

  private static String rgb(int pixel) {
    return (pixel >> 16 & 0xff) + ";" + (pixel >> 8 & 0xff) + ";" + (pixel & 0xff);
  }

  private static char weight(int upper, int lower) {
    int light = (luma(upper) + luma(lower)) / 2;
    return WEIGHTS.charAt(light * (WEIGHTS.length() - 1) / 255);
  }

  private static int luma(int pixel) {
    return ((pixel >> 16 & 0xff) * 299 + (pixel >> 8 & 0xff) * 587 + (pixel & 0xff) * 114) / 1000;
  }

  /**
   * The nearest of the 6x6x6 cube (16 to 231) and the grey ramp (232 to 255) of xterm's palette.
   */
  private static int palette(int pixel) {
    int red = pixel >> 16 & 0xff;
    int green = pixel >> 8 & 0xff;
    int blue = pixel & 0xff;
    int r = step(red);
    int g = step(green);
    int b = step(blue);
    int grey = Math.max(0, Math.min(23, (luma(pixel) - 3) / 10));
    int level = 8 + 10 * grey;
    int toCube = distance(red, green, blue, CUBE[r], CUBE[g], CUBE[b]);
    int toGrey = distance(red, green, blue, level, level, level);
    return toGrey < toCube ? 232 + grey : 16 + 36 * r + 6 * g + b;
  }

  private static int step(int value) {
    int best = 0;
    for (int i = 1; i < CUBE.length; i++) {
      if (Math.abs(CUBE[i] - value) < Math.abs(CUBE[best] - value)) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int r, int g, int b, int r2, int g2, int b2) {
    return (r - r2) * (r - r2) + (g - g2) * (g - g2) + (b - b2) * (b - b2);
  }
}
