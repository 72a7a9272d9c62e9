package org.officeos.handheld.picture;

import org.officeos.handheld.picture.PictureException.Reason;

/**
 * A picture's format and sides, read from its own bytes before anything is decoded. The whole
 * structure is walked, so that a picture cut short is refused here; pixels are not looked at.
 *
 * @param format what the bytes are, whatever was said of them
 * @param width pixels, at least 1
 * @param height pixels, at least 1
 */
public record PictureHeader(Format format, int width, int height) {

  /** Most bytes that are looked at: 16 MiB. */
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  /** Most pixels: 2048 by 2048, the most that an instruction can ask to draw. */
  public static final long MAX_PIXELS = 2048L * 2048;

  /** Formats that this device opens. */
  public enum Format {
    /** Portable Network Graphics (W3C PNG, third edition). */
    PNG("image/png"),
    /** JPEG (ITU-T T.81), baseline, extended sequential or progressive. */
    JPEG("image/jpeg");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    /** The media type's name. */
    public String mediaType() {
      return mediaType;
    }
  }

  /**
   * Walks the picture.
   *
   * @throws PictureException with the first thing that is wrong
   */
  public static PictureHeader read(byte[] bytes) throws PictureException {
    if (bytes.length > MAX_BYTES) {
      throw new PictureException(Reason.TOO_MANY_BYTES);
    }
    if (PngWalk.looksLikeOne(bytes)) {
      return PngWalk.walk(bytes);
    }
    if (JpegWalk.looksLikeOne(bytes)) {
      return JpegWalk.walk(bytes);
    }
    throw new PictureException(Reason.NOT_A_PICTURE);
  }

  /** Checks the sides and makes the header. */
  static PictureHeader of(Format format, long width, long height) throws PictureException {
    if (width < 1 || height < 1 || width > MAX_PIXELS || height > MAX_PIXELS / width) {
      throw new PictureException(Reason.TOO_MANY_PIXELS);
    }
    return new PictureHeader(format, (int) width, (int) height);
  }
}
