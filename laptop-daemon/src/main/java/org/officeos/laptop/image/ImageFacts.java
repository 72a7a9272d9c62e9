package org.officeos.laptop.image;

/**
 * What a picture's header says, checked against its limits.
 *
 * @param format as the first bytes say
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record ImageFacts(ImageFormat format, int width, int height) {

  /** Number of pixels. */
  public long pixels() {
    return (long) width * height;
  }
}
