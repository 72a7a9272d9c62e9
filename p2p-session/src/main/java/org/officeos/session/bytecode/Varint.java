package org.officeos.session.bytecode;

/** Unsigned LEB128: seven bits a byte, the lowest first, the high bit set on all but the last. */
final class Varint {

  /** Greatest value that travels: what every language's number holds exactly. */
  static final long MAX = (1L << 53) - 1;

  private Varint() {}

  /** Bytes that the value takes; a negative one is taken as unsigned. */
  static int size(long value) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(value | 1);
    return (bits + 6) / 7;
  }
}
