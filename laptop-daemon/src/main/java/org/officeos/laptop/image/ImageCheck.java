package org.officeos.laptop.image;

import static org.officeos.laptop.image.ImageRejectedException.Reason.ANIMATED;
import static org.officeos.laptop.image.ImageRejectedException.Reason.LYING_TYPE;
import static org.officeos.laptop.image.ImageRejectedException.Reason.TOO_MANY_BYTES;
import static org.officeos.laptop.image.ImageRejectedException.Reason.TOO_MANY_PIXELS;
import static org.officeos.laptop.image.ImageRejectedException.Reason.UNDECODABLE;
import static org.officeos.laptop.image.ImageRejectedException.Reason.UNKNOWN_FORMAT;

import java.util.Locale;

/**
 * Reads what a picture is from its own structure, and refuses what would cost too much, before
 * anything decodes it. Pure; memory use does not depend on what the picture claims to be.
 *
 * <p>Checked in this order: size of the file, format by its first bytes, structure as far as the
 * format's end marker where it has one, dimensions, frames. Whether every pixel can be decoded is
 * known only to who decodes.
 */
public final class ImageCheck {

  private ImageCheck() {}

  /**
   * Inspects a file that nobody has claimed a type for.
   *
   * @throws ImageRejectedException {@code TOO_MANY_BYTES}, {@code UNKNOWN_FORMAT}, {@code
   *     TRUNCATED}, {@code UNDECODABLE} for a broken structure, {@code TOO_MANY_PIXELS}, {@code
   *     ANIMATED}
   */
  public static ImageFacts inspect(byte[] file, ImageLimits limits) throws ImageRejectedException {
    if (file.length > limits.maxBytes()) {
      throw new ImageRejectedException(
          TOO_MANY_BYTES, "The picture's file is larger than allowed; ask for a smaller one.");
    }
    Header header = header(new Bytes(file));
    if (header.width() < 1 || header.height() < 1) {
      throw new ImageRejectedException(UNDECODABLE, "The picture has no size.");
    }
    if ((long) header.width() * header.height() > limits.maxPixels()) {
      throw new ImageRejectedException(
          TOO_MANY_PIXELS,
          "The picture has "
              + header.width()
              + " × "
              + header.height()
              + " pixels, more than allowed; ask for a smaller one.");
    }
    if (header.animated()) {
      throw new ImageRejectedException(
          ANIMATED, "The picture has several frames; set the service to single pictures.");
    }
    return new ImageFacts(header.format(), header.width(), header.height());
  }

  /**
   * Inspects a file that somebody has claimed a type for.
   *
   * @param claimedType a media type; parameters and case do not matter
   * @throws ImageRejectedException as above, and {@code LYING_TYPE} when the first bytes say
   *     otherwise
   */
  public static ImageFacts inspect(byte[] file, String claimedType, ImageLimits limits)
      throws ImageRejectedException {
    ImageFacts facts = inspect(file, limits);
    String claimed = claimedType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    String canonical = claimed.equals("image/jpg") ? "image/jpeg" : claimed;
    if (!canonical.equals(facts.format().mediaType())) {
      throw new ImageRejectedException(
          LYING_TYPE,
          "The picture is " + facts.format().mediaType() + ", not what the service claims.");
    }
    return facts;
  }

  private static Header header(Bytes file) throws ImageRejectedException {
    if (file.has(0, PngHeader.SIGNATURE)) {
      return PngHeader.read(file);
    }
    if (file.has(0, JpegHeader.SIGNATURE)) {
      return JpegHeader.read(file);
    }
    if (file.has(0, "RIFF") && file.has(8, "WEBP")) {
      return WebpHeader.read(file);
    }
    if (file.has(0, "GIF87a") || file.has(0, "GIF89a")) {
      return GifHeader.read(file);
    }
    throw new ImageRejectedException(
        UNKNOWN_FORMAT, "The service sent something that is no picture we know.");
  }
}
