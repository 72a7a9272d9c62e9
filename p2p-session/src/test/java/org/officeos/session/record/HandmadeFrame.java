package org.officeos.session.record;

import java.io.ByteArrayOutputStream;

/** Writes Zstandard frames by hand, lies included (RFC 8878 section 3.1.1). */
final class HandmadeFrame {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** A head with an eight-byte content size and no window of its own. */
  static HandmadeFrame claiming(long contentSize) {
    return new HandmadeFrame().little(0xFD2FB528L, 4).little(0xe0, 1).little(contentSize, 8);
  }

  /** A head with a descriptor byte, then whatever the caller writes. */
  static HandmadeFrame describedBy(int descriptor) {
    return new HandmadeFrame().little(0xFD2FB528L, 4).little(descriptor, 1);
  }

  HandmadeFrame raw(boolean last, byte[] content) {
    little((last ? 1 : 0) | content.length << 3, 3);
    bytes.writeBytes(content);
    return this;
  }

  HandmadeFrame repeated(boolean last, int count, int value) {
    return little((last ? 1 : 0) | 1 << 1 | count << 3, 3).little(value, 1);
  }

  HandmadeFrame little(long value, int count) {
    for (int i = 0; i < count; i++) {
      bytes.write((int) (value >>> (8 * i)));
    }
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
