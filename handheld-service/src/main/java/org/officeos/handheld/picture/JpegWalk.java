package org.officeos.handheld.picture;

import org.officeos.handheld.picture.PictureException.Reason;

/**
 * Walks a JPEG's segments up to its first scan (ITU-T T.81, annex B): SOI, segments of {@code 0xFF
 * marker | length u16 | data}, exactly one frame header before the scan, EOI at the end.
 */
final class JpegWalk {

  private static final int SOF_BASELINE = 0xc0;
  private static final int SOF_EXTENDED = 0xc1;
  private static final int SOF_PROGRESSIVE = 0xc2;
  private static final int START_OF_SCAN = 0xda;

  private JpegWalk() {}

  static boolean looksLikeOne(byte[] bytes) {
    return bytes.length >= 3 && u16(bytes, 0) == 0xffd8 && (bytes[2] & 0xff) == 0xff;
  }

  static PictureHeader walk(byte[] bytes) throws PictureException {
    if (bytes.length < 4 || u16(bytes, bytes.length - 2) != 0xffd9) {
      throw new PictureException(Reason.TRUNCATED);
    }
    int at = 2;
    while (true) {
      require(bytes.length - at >= 4, Reason.TRUNCATED);
      require((bytes[at] & 0xff) == 0xff, Reason.MALFORMED);
      int marker = bytes[at + 1] & 0xff;
      int length = u16(bytes, at + 2);
      require(isSegment(marker) && length >= 2, Reason.MALFORMED);
      require(length <= bytes.length - at - 2, Reason.TRUNCATED);
      if (isFrame(marker)) {
        return frame(bytes, at, length);
      }
      at += 2 + length;
    }
  }

  /** Frame header: length, precision u8, height u16, width u16, components u8. */
  private static PictureHeader frame(byte[] bytes, int at, int length) throws PictureException {
    int marker = bytes[at + 1] & 0xff;
    require(
        marker == SOF_BASELINE || marker == SOF_EXTENDED || marker == SOF_PROGRESSIVE,
        Reason.MALFORMED);
    require(length >= 8, Reason.MALFORMED);
    int components = bytes[at + 9] & 0xff;
    require(components == 1 || components == 3, Reason.MALFORMED);
    return PictureHeader.of(PictureHeader.Format.JPEG, u16(bytes, at + 7), u16(bytes, at + 5));
  }

  /** Markers that may stand before the first scan and have a length; a scan may not. */
  private static boolean isSegment(int marker) {
    return marker >= 0xc0
        && marker < 0xff
        && !(marker >= 0xd0 && marker <= 0xd9)
        && marker != START_OF_SCAN;
  }

  /** All frame headers; C4, C8 and CC are other things. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static void require(boolean holds, Reason reason) throws PictureException {
    if (!holds) {
      throw new PictureException(reason);
    }
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }
}
