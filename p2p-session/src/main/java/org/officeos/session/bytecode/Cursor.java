package org.officeos.session.bytecode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A place in hostile bytes. Whatever is asked for, nothing past the end is read. */
final class Cursor {

  private static final int VARINT_BITS = 56;

  private final byte[] bytes;
  private final int start;
  private final int end;
  private int at;

  Cursor(byte[] bytes, int start, int length) {
    this.bytes = bytes;
    this.start = start;
    this.end = start + length;
    this.at = start;
  }

  /** Bytes from the start of the encoding: what every rejection names. */
  int offset() {
    return at - start;
  }

  int remaining() {
    return end - at;
  }

  int u8() throws RejectedException {
    if (at == end) {
      throw new RejectedException(Rejection.TRUNCATED, offset());
    }
    return bytes[at++] & 0xff;
  }

  /**
   * A minimal varint of 0 to 2^53-1, or -1 where it would not end before {@code limit}, an offset.
   *
   * @throws RejectedException {@code BAD_VARINT} at its first byte
   */
  long varint(int limit) throws RejectedException {
    int first = offset();
    long value = 0;
    for (int shift = 0; shift < VARINT_BITS; shift += 7) {
      if (offset() >= limit) {
        return -1;
      }
      byte next = bytes[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        if ((next == 0 && shift > 0) || value > Varint.MAX) {
          break;
        }
        return value;
      }
    }
    throw new RejectedException(Rejection.BAD_VARINT, first);
  }

  /** A copy of the next bytes, of which the caller knows that they are there. */
  byte[] take(int length) {
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  /** The next bytes, of which the caller knows that they are there, as strict UTF-8. */
  String text(int length) throws RejectedException {
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    if (text.indexOf(Utf8.REPLACEMENT) >= 0) {
      int bad = Utf8.firstMalformed(bytes, at, length);
      if (bad >= 0) {
        throw new RejectedException(Rejection.BAD_UTF8, bad - start);
      }
    }
    at += length;
    return text;
  }
}
