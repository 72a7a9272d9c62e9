package org.officeos.handheld.client;

import org.officeos.session.bytecode.Field;

/**
 * A screen's size, in pixels.
 *
 * @param width 16 to 4096
 * @param height 16 to 4096
 */
public record ScreenSize(int width, int height) {

  /** Refuses sides out of range. */
  public ScreenSize {
    Bounds.number("the screen's width", width, Field.SCREEN_WIDTH);
    Bounds.number("the screen's height", height, Field.SCREEN_HEIGHT);
  }

  /**
   * Reads {@code 640x480}.
   *
   * @throws IllegalArgumentException on any other form, or sides out of range
   */
  public static ScreenSize parse(String text) {
    if (!text.matches("[0-9]{1,5}x[0-9]{1,5}")) {
      throw new IllegalArgumentException("a screen is WIDTHxHEIGHT, as in 640x480");
    }
    int x = text.indexOf('x');
    return new ScreenSize(
        Integer.parseInt(text.substring(0, x)), Integer.parseInt(text.substring(x + 1)));
  }
}
