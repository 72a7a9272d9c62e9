package org.officeos.session.stream;

import java.util.Arrays;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;

/** Reads a frame's body strictly; anything that does not fit is MALFORMED. */
final class FrameCursor {

  private final byte[] bytes;
  private int position;
  private final int end;

  FrameCursor(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.position = offset;
    this.end = offset + length;
  }

  int u8() throws SessionException {
    require(1);
    return bytes[position++] & 0xff;
  }

  long fixed(int width) throws SessionException {
    require(width);
    long value = 0;
    for (int i = 0; i < width; i++) {
      value = value << 8 | (bytes[position++] & 0xff);
    }
    return value;
  }

  /** A minimal LEB128 varint of at most 53 bits. */
  long varint() throws SessionException {
    long value = 0;
    for (int shift = 0; shift < 56; shift += 7) {
      int b = u8();
      value |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        if ((b == 0 && shift > 0) || value >= 1L << 53) {
          throw malformed("varint");
        }
        return value;
      }
    }
    throw malformed("varint");
  }

  int varint(int max) throws SessionException {
    long value = varint();
    if (value > max) {
      throw malformed("number out of range");
    }
    return (int) value;
  }

  byte[] bytes(int length) throws SessionException {
    require(length);
    position += length;
    return Arrays.copyOfRange(bytes, position - length, position);
  }

  byte[] rest() {
    byte[] rest = Arrays.copyOfRange(bytes, position, end);
    position = end;
    return rest;
  }

  byte[] array() {
    return bytes;
  }

  int position() {
    return position;
  }

  int remaining() {
    return end - position;
  }

  void end() throws SessionException {
    if (position != end) {
      throw malformed("trailing bytes");
    }
  }

  private void require(int count) throws SessionException {
    if (end - position < count) {
      throw malformed("truncated frame");
    }
  }

  private static SessionException malformed(String what) {
    return new SessionException(Reason.MALFORMED, what);
  }
}
