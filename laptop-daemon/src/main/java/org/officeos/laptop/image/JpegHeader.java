package org.officeos.laptop.image;

import static org.officeos.laptop.image.ImageRejectedException.Reason.TRUNCATED;
import static org.officeos.laptop.image.ImageRejectedException.Reason.UNDECODABLE;

/**
 * Walks a JPEG's markers to its frame header (ITU-T T.81, annex B). Pure.
 *
 * <pre>
 * SOI ff d8 | { ff marker | length u16 | data } … SOS | entropy-coded data … EOI ff d9
 * SOF c0–cf without c4, c8, cc: length u16 | precision 1 | height u16 | width u16 | …
 * </pre>
 */
final class JpegHeader {

  static final String SIGNATURE = "\u00ff\u00d8\u00ff";

  private static final int START_OF_SCAN = 0xda;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int TEM = 0x01;

  private JpegHeader() {}

  static Header read(Bytes file) throws ImageRejectedException {
    long at = 2;
    Header frame = null;
    while (true) {
      if (file.u8(at) != 0xff) {
        throw new ImageRejectedException(UNDECODABLE, "The JPEG's markers are broken.");
      }
      int marker = file.u8(at + 1);
      if (marker == 0xff) {
        at++;
      } else if (marker == TEM || (marker >= 0xd0 && marker <= 0xd7)) {
        at += 2;
      } else if (marker == END_OF_IMAGE || marker == START_OF_SCAN) {
        break;
      } else {
        if (isFrame(marker)) {
          frame = new Header(ImageFormat.JPEG, file.u16be(at + 7), file.u16be(at + 5), false);
        }
        at += 2 + segmentLength(file, at + 2);
      }
    }
    if (frame == null) {
      throw new ImageRejectedException(UNDECODABLE, "The JPEG has no frame in it.");
    }
    requireEnd(file, at);
    return frame;
  }

  private static int segmentLength(Bytes file, long at) throws ImageRejectedException {
    int length = file.u16be(at);
    if (length < 2) {
      throw new ImageRejectedException(UNDECODABLE, "The JPEG's markers are broken.");
    }
    return length;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  /** A whole JPEG has an end marker; encoders may leave padding behind it. */
  private static void requireEnd(Bytes file, long from) throws ImageRejectedException {
    for (long at = file.length() - 2L; at >= from; at--) {
      if (file.u8(at) == 0xff && file.u8(at + 1) == END_OF_IMAGE) {
        return;
      }
    }
    throw new ImageRejectedException(TRUNCATED, "The JPEG ends before its picture does.");
  }
}
