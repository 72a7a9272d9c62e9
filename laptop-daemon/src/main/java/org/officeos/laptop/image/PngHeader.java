package org.officeos.laptop.image;

import static org.officeos.laptop.image.ImageRejectedException.Reason.TOO_MANY_PIXELS;
import static org.officeos.laptop.image.ImageRejectedException.Reason.TRUNCATED;
import static org.officeos.laptop.image.ImageRejectedException.Reason.UNDECODABLE;

/**
 * Walks a PNG's chunks (PNG third edition, sections 5 and 11). Pure.
 *
 * <pre>
 * signature 8 | { length u32 | type 4 | data | crc u32 }
 * IHDR first, 13 bytes: width u32 | height u32 | depth | colour | compression | filter | interlace
 * acTL before IDAT announces an animation; IEND ends the file
 * </pre>
 */
final class PngHeader {

  static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

  private static final int CHUNK_OVERHEAD = 12;
  private static final int IHDR_LENGTH = 13;
  private static final long MAX_SIDE = Integer.MAX_VALUE;

  private PngHeader() {}

  static Header read(Bytes file) throws ImageRejectedException {
    long ihdr = SIGNATURE.length();
    if (file.length() < ihdr + CHUNK_OVERHEAD + IHDR_LENGTH) {
      throw new ImageRejectedException(TRUNCATED, "The PNG ends within its header.");
    }
    if (file.u32be(ihdr) != IHDR_LENGTH || !file.has(ihdr + 4, "IHDR")) {
      throw new ImageRejectedException(UNDECODABLE, "The PNG does not start with its header.");
    }
    long width = file.u32be(ihdr + 8);
    long height = file.u32be(ihdr + 12);
    if (width > MAX_SIDE || height > MAX_SIDE) {
      throw new ImageRejectedException(TOO_MANY_PIXELS, "The PNG is impossibly large.");
    }
    boolean animated = false;
    boolean pixels = false;
    long chunk = ihdr + CHUNK_OVERHEAD + IHDR_LENGTH;
    while (!file.has(chunk + 4, "IEND")) {
      animated |= file.has(chunk + 4, "acTL");
      pixels |= file.has(chunk + 4, "IDAT");
      chunk += CHUNK_OVERHEAD + file.u32be(chunk);
      if (chunk + CHUNK_OVERHEAD > file.length()) {
        throw new ImageRejectedException(TRUNCATED, "The PNG ends before its picture does.");
      }
    }
    if (!pixels) {
      throw new ImageRejectedException(TRUNCATED, "The PNG has no picture in it.");
    }
    return new Header(ImageFormat.PNG, (int) width, (int) height, animated);
  }
}
