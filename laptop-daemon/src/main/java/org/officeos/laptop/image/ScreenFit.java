package org.officeos.laptop.image;

import static org.officeos.laptop.image.ImageRejectedException.Reason.UNDECODABLE;

import java.awt.image.BufferedImage;

/**
 * Fits a picture to a handheld's screen: never larger than it was, never out of proportion.
 *
 * <p>A PNG or JPEG that fits already is passed on as it came, byte for byte, without decoding.
 * Everything else is decoded, reduced by averaging areas, and encoded anew, which leaves every
 * piece of metadata behind: as PNG, or as JPEG of quality 0.85 where the picture is opaque and that
 * is less than two thirds of the PNG's size, so that graphics stay crisp and photographs small.
 *
 * <p>Decoding takes up to twelve bytes a pixel, so the caller's {@link ImageLimits} bound the
 * memory. Safe for use by several threads.
 */
public final class ScreenFit {

  private ScreenFit() {}

  /**
   * Fits a picture.
   *
   * @param file that {@link ImageCheck} gave {@code facts} for
   * @param screenWidth in pixels, at least 1
   * @param screenHeight in pixels, at least 1
   * @throws ImageRejectedException {@code UNDECODABLE} when the pixels cannot be decoded, or are
   *     not as many as the header said; always for WebP, which this JDK cannot decode
   */
  public static FittedImage fit(byte[] file, ImageFacts facts, int screenWidth, int screenHeight)
      throws ImageRejectedException {
    if (screenWidth < 1 || screenHeight < 1) {
      throw new IllegalArgumentException("a screen has pixels");
    }
    boolean passable = facts.format() == ImageFormat.PNG || facts.format() == ImageFormat.JPEG;
    if (passable && facts.width() <= screenWidth && facts.height() <= screenHeight) {
      return new FittedImage(file, facts.format().mediaType(), facts.width(), facts.height());
    }
    if (facts.format() == ImageFormat.WEBP) {
      throw new ImageRejectedException(
          UNDECODABLE, "The service sends WebP, which cannot be fitted here; set it to PNG.");
    }
    BufferedImage decoded = Decoding.decode(file, facts);
    double scale =
        Math.min(
            1.0,
            Math.min((double) screenWidth / facts.width(), (double) screenHeight / facts.height()));
    int width = side(facts.width() * scale, screenWidth);
    int height = side(facts.height() * scale, screenHeight);
    return Encoding.smallest(AreaScale.reduce(decoded, width, height));
  }

  private static int side(double exact, int most) {
    return Math.max(1, Math.min(most, (int) Math.round(exact)));
  }
}
