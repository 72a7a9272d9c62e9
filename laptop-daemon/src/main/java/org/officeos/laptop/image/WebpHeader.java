package org.officeos.laptop.image;

import static org.officeos.laptop.image.ImageRejectedException.Reason.TRUNCATED;
import static org.officeos.laptop.image.ImageRejectedException.Reason.UNDECODABLE;

/**
 * Reads a WebP's first chunk (RFC 9649, section 2; VP8 frame header: RFC 6386, section 9.1). Pure.
 *
 * <pre>
 * RIFF | size u32le | WEBP | chunk: type 4 | size u32le | …
 * VP8  : frame tag 3 | 9d 01 2a | width 14 bits + scale 2, u16le | height likewise
 * VP8L : 2f | (width - 1) 14 bits | (height - 1) 14 bits | …, little endian
 * VP8X : flags 1, bit 1 animation | reserved 3 | (width - 1) u24le | (height - 1) u24le
 * </pre>
 */
final class WebpHeader {

  private static final int FOURTEEN_BITS = 0x3fff;
  private static final int ANIMATION = 0x02;

  private WebpHeader() {}

  static Header read(Bytes file) throws ImageRejectedException {
    if (file.u32le(4) + 8 > file.length()) {
      throw new ImageRejectedException(TRUNCATED, "The WebP ends before its picture does.");
    }
    if (file.has(12, "VP8 ")) {
      if (!file.has(23, "\u009d\u0001*")) {
        throw new ImageRejectedException(UNDECODABLE, "The WebP's frame is broken.");
      }
      return header(file.u16le(26) & FOURTEEN_BITS, file.u16le(28) & FOURTEEN_BITS, false);
    }
    if (file.has(12, "VP8L")) {
      if (file.u8(20) != 0x2f) {
        throw new ImageRejectedException(UNDECODABLE, "The WebP's frame is broken.");
      }
      long bits = file.u32le(21);
      int width = (int) (bits & FOURTEEN_BITS) + 1;
      int height = (int) (bits >> 14 & FOURTEEN_BITS) + 1;
      return header(width, height, false);
    }
    if (file.has(12, "VP8X")) {
      boolean animated = (file.u8(20) & ANIMATION) != 0;
      return header(file.u24le(24) + 1, file.u24le(27) + 1, animated);
    }
    throw new ImageRejectedException(UNDECODABLE, "The WebP starts with an unknown chunk.");
  }

  private static Header header(int width, int height, boolean animated) {
    return new Header(ImageFormat.WEBP, width, height, animated);
  }
}
