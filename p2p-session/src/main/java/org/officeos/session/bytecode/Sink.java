package org.officeos.session.bytecode;

/** Fills an array whose size was reckoned beforehand. */
final class Sink {

  private final byte[] bytes;
  private int at;

  Sink(int size) {
    this.bytes = new byte[size];
  }

  /** The array itself, once it is full. */
  byte[] bytes() {
    return bytes;
  }

  Sink u8(int value) {
    bytes[at++] = (byte) value;
    return this;
  }

  Sink varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      u8((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    return u8((int) rest);
  }

  Sink raw(byte[] value) {
    System.arraycopy(value, 0, bytes, at, value.length);
    at += value.length;
    return this;
  }

  /**
   * UTF-8 of {@link Utf8#size} bytes. Half a pair that stands alone is written in the same manner,
   * which no strict reader takes: the codec reads back what it wrote.
   */
  Sink text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes[at++] = (byte) c;
      } else if (c < 0x800) {
        u8(0xc0 | (c >> 6)).tail(c);
      } else if (Utf8.isPair(text, i)) {
        int point = text.codePointAt(i++);
        u8(0xf0 | (point >> 18)).tail(point >> 12).tail(point >> 6).tail(point);
      } else {
        u8(0xe0 | (c >> 12)).tail(c >> 6).tail(c);
      }
    }
    return this;
  }

  private Sink tail(int bits) {
    return u8(0x80 | (bits & 0x3f));
  }
}
