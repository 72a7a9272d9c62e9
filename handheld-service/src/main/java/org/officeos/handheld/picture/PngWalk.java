package org.officeos.handheld.picture;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.officeos.handheld.picture.PictureException.Reason;

/**
 * Walks a PNG's chunks (W3C PNG, third edition, section 5.3): {@code length u32 | type 4 | data |
 * CRC u32}, IHDR first, at least one IDAT, IEND last and nothing after it.
 */
final class PngWalk {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int IHDR = 0x49484452;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454e44;
  private static final int IHDR_LENGTH = 13;
  private static final int OVERHEAD = 12;

  private PngWalk() {}

  static boolean looksLikeOne(byte[] bytes) {
    return bytes.length >= SIGNATURE.length
        && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  static PictureHeader walk(byte[] bytes) throws PictureException {
    int at = SIGNATURE.length;
    PictureHeader header = header(bytes, at);
    boolean hasPixels = false;
    while (true) {
      int length = chunkLength(bytes, at);
      int type = u32(bytes, at + 4);
      if (!checks(bytes, at, length)) {
        throw new PictureException(Reason.MALFORMED);
      }
      hasPixels |= type == IDAT;
      at += OVERHEAD + length;
      if (type == IEND) {
        if (!hasPixels || at != bytes.length) {
          throw new PictureException(Reason.MALFORMED);
        }
        return header;
      }
    }
  }

  private static PictureHeader header(byte[] bytes, int at) throws PictureException {
    if (chunkLength(bytes, at) != IHDR_LENGTH || u32(bytes, at + 4) != IHDR) {
      throw new PictureException(Reason.MALFORMED);
    }
    return PictureHeader.of(
        PictureHeader.Format.PNG,
        Integer.toUnsignedLong(u32(bytes, at + 8)),
        Integer.toUnsignedLong(u32(bytes, at + 12)));
  }

  private static int chunkLength(byte[] bytes, int at) throws PictureException {
    if (bytes.length - at < OVERHEAD) {
      throw new PictureException(Reason.TRUNCATED);
    }
    int length = u32(bytes, at);
    if (length < 0) {
      throw new PictureException(Reason.MALFORMED);
    }
    if (length > bytes.length - at - OVERHEAD) {
      throw new PictureException(Reason.TRUNCATED);
    }
    return length;
  }

  private static boolean checks(byte[] bytes, int at, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, at + 4, length + 4);
    return (int) crc.getValue() == u32(bytes, at + 8 + length);
  }

  private static int u32(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }
}
