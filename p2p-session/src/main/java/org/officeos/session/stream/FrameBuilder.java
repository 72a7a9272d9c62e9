package org.officeos.session.stream;

import java.util.Arrays;
import java.util.function.Consumer;

/** Writes one frame into a buffer that the caller owns; the buffer is large enough by contract. */
final class FrameBuilder {

  private final byte[] out;
  private int position;

  FrameBuilder(byte[] out) {
    this.out = out;
  }

  /** A small frame in an array of its own. */
  static byte[] small(FrameType type, Consumer<FrameBuilder> body) {
    FrameBuilder builder = new FrameBuilder(new byte[SMALL]);
    builder.begin(type);
    body.accept(builder);
    return Arrays.copyOf(builder.out, builder.position);
  }

  private static final int SMALL = 256;

  FrameBuilder begin(FrameType type) {
    position = 0;
    return u8(type.code());
  }

  FrameBuilder u8(int value) {
    out[position++] = (byte) value;
    return this;
  }

  FrameBuilder fixed(long value, int width) {
    for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
      out[position++] = (byte) (value >>> shift);
    }
    return this;
  }

  FrameBuilder varint(long value) {
    long rest = value;
    while (rest >= 0x80) {
      out[position++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    return u8((int) rest);
  }

  FrameBuilder bytes(byte[] source) {
    return bytes(source, 0, source.length);
  }

  FrameBuilder bytes(byte[] source, int offset, int length) {
    System.arraycopy(source, offset, out, position, length);
    position += length;
    return this;
  }

  int length() {
    return position;
  }

  /** The buffer, which the frame must fill exactly. */
  byte[] array() {
    if (position != out.length) {
      throw new IllegalStateException("a frame of " + position + " in " + out.length + " bytes");
    }
    return out;
  }
}
