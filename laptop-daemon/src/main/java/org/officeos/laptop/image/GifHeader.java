package org.officeos.laptop.image;

import static org.officeos.laptop.image.ImageRejectedException.Reason.TRUNCATED;
import static org.officeos.laptop.image.ImageRejectedException.Reason.UNDECODABLE;

/**
 * Walks a GIF's blocks (GIF89a specification, sections 17 to 27), counting frames. The size is the
 * frame's, which is what gets decoded, not the logical screen's. Pure.
 *
 * <pre>
 * GIF87a or GIF89a | width u16le | height u16le | flags | background | aspect | colour table
 * { 21 extension label | sub-blocks ; 2c image, 9 bytes, colour table, code size | sub-blocks } 3b
 * </pre>
 */
final class GifHeader {

  private static final int TRAILER = 0x3b;
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int SCREEN_LENGTH = 13;

  private GifHeader() {}

  static Header read(Bytes file) throws ImageRejectedException {
    int width = 0;
    int height = 0;
    long at = SCREEN_LENGTH + colourTable(file.u8(10));
    int frames = 0;
    while (frames < 2) {
      int block = file.u8(at);
      if (block == TRAILER) {
        break;
      }
      if (block == EXTENSION) {
        at = afterSubBlocks(file, at + 2);
      } else if (block == IMAGE) {
        frames++;
        width = Math.max(width, file.u16le(at + 5));
        height = Math.max(height, file.u16le(at + 7));
        at = afterSubBlocks(file, at + 10 + colourTable(file.u8(at + 9)) + 1);
      } else {
        throw new ImageRejectedException(UNDECODABLE, "The GIF's blocks are broken.");
      }
    }
    if (frames == 0) {
      throw new ImageRejectedException(TRUNCATED, "The GIF has no picture in it.");
    }
    return new Header(ImageFormat.GIF, width, height, frames > 1);
  }

  private static long colourTable(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3L << ((flags & 0x07) + 1);
  }

  private static long afterSubBlocks(Bytes file, long at) throws ImageRejectedException {
    long next = at;
    for (int size = file.u8(next); size != 0; size = file.u8(next)) {
      next += 1 + size;
    }
    return next + 1;
  }
}
