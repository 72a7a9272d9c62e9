package org.officeos.session.bytecode;

/** What instructions and responses begin with: {@code version u8 = 1 | code u8}. */
final class Envelope {

  static final int VERSION = 1;

  private static final int HEAD = 2;

  private Envelope() {}

  static Cursor open(byte[] bytes, int offset, int length, int max) throws RejectedException {
    if (length > max) {
      throw new RejectedException(Rejection.OVERSIZED, max);
    }
    Cursor in = new Cursor(bytes, offset, length);
    if (in.u8() != VERSION) {
      throw new RejectedException(Rejection.WRONG_VERSION, 0);
    }
    return in;
  }

  static byte[] write(int code, Fields<?> fields, int max) throws RejectedException {
    long size = HEAD + FieldWriter.size(fields);
    if (size > max) {
      throw new RejectedException(Rejection.OVERSIZED, max);
    }
    Sink out = new Sink((int) size).u8(VERSION).u8(code);
    FieldWriter.write(out, fields);
    return out.bytes();
  }
}
