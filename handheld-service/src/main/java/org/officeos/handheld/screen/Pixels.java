package org.officeos.handheld.screen;

/**
 * A decoded picture on black: rows from the top, each pixel {@code 0x00RRGGBB}.
 *
 * @param width at least 1
 * @param height at least 1
 * @param rgb width times height values; owned by this record
 */
public record Pixels(int width, int height, int[] rgb) {

  /** Refuses sides that do not fit the values. */
  public Pixels {
    if (width < 1 || height < 1 || rgb.length != width * height) {
      throw new IllegalArgumentException("width times height pixels");
    }
  }

  /** One pixel. */
  public int at(int x, int y) {
    return rgb[y * width + x];
  }

  /** The picture at another size, each new pixel the mean of those it covers. */
  public Pixels scaledTo(int newWidth, int newHeight) {
    int[] scaled = new int[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      int top = (int) ((long) y * height / newHeight);
      int bottom = Math.max(top + 1, (int) ((long) (y + 1) * height / newHeight));
      for (int x = 0; x < newWidth; x++) {
        int left = (int) ((long) x * width / newWidth);
        int right = Math.max(left + 1, (int) ((long) (x + 1) * width / newWidth));
        scaled[y * newWidth + x] = mean(left, top, right, bottom);
      }
    }
    return new Pixels(newWidth, newHeight, scaled);
  }

  private int mean(int left, int top, int right, int bottom) {
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int pixel = at(x, y);
        red += pixel >> 16 & 0xff;
        green += pixel >> 8 & 0xff;
        blue += pixel & 0xff;
      }
    }
    long count = (long) (right - left) * (bottom - top);
    return (int) ((red / count) << 16 | (green / count) << 8 | blue / count);
  }
}
