package org.officeos.laptop.image;

/**
 * What a picture may cost.
 *
 * @param maxBytes most bytes of the file, at least 1
 * @param maxPixels most pixels, at least 1; decoding takes up to twelve bytes for each
 */
public record ImageLimits(int maxBytes, long maxPixels) {

  /** Refuses limits that allow nothing. */
  public ImageLimits {
    if (maxBytes < 1 || maxPixels < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
  }

  /** 24 MiB of file and 2048 × 2048 pixels. */
  public static ImageLimits standard() {
    return new ImageLimits(24 * 1024 * 1024, 2048L * 2048L);
  }
}
