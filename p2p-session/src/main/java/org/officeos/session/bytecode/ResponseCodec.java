package org.officeos.session.bytecode;

import java.util.Objects;

/**
 * A response's canonical form: {@code version u8 = 1 | result u8 | fields}, a field being {@code
 * critical bit 0x80 and tag u8 | length varint | value}, in ascending order of tags.
 *
 * <p>As strict as {@link InstructionCodec}; any metadata may stand with any result. Pure; any
 * thread.
 */
public final class ResponseCodec {

  /** Greatest length of an encoded response, in bytes. */
  public static final int MAX_BYTES = 2048;

  private ResponseCodec() {}

  /**
   * Encodes. What was written is read back, so that nothing leaves that {@link #decode(byte[])}
   * would refuse.
   *
   * @throws RejectedException where bytes have the wrong length; {@link Response} brings all else
   *     within its bounds
   */
  public static byte[] encode(Response response) throws RejectedException {
    byte[] bytes = Envelope.write(response.result().code(), response.metadata(), MAX_BYTES);
    decode(bytes);
    return bytes;
  }

  /**
   * Decodes strictly.
   *
   * @throws RejectedException with the first thing that is wrong and where
   */
  public static Response decode(byte[] bytes) throws RejectedException {
    return decode(bytes, 0, bytes.length);
  }

  /**
   * Decodes a part of an array strictly; the array may change afterwards.
   *
   * @throws RejectedException with the first thing that is wrong and where, counted from {@code
   *     offset}
   */
  public static Response decode(byte[] bytes, int offset, int length) throws RejectedException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    Cursor in = Envelope.open(bytes, offset, length, MAX_BYTES);
    int at = in.offset();
    ResultCode result = ResultCode.of(in.u8());
    if (result == null) {
      throw new RejectedException(Rejection.UNKNOWN_CODE, at);
    }
    return new Response(result, new FieldReader<>(in, TagTable.METADATA, Schema.RESPONSE).read());
  }
}
