package org.officeos.session.bytecode;

/**
 * A response's canonical form: {@code version u8 = 1 | result u8 | fields}, a field being {@code
 * critical bit and tag u8 | length varint | value}, in ascending order of tags.
 */
public final class ResponseCodec {

  /** Greatest length of an encoded response, in bytes. */
  public static final int MAX_BYTES = 2048;

  private ResponseCodec() {}

  /**
   * Encodes.
   *
   * @throws RejectedException where a value is out of bounds
   */
  public static byte[] encode(Response response) throws RejectedException {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * Decodes strictly: exactly one encoding of a response is accepted.
   *
   * @throws RejectedException with the first thing that is wrong and where
   */
  public static Response decode(byte[] bytes) throws RejectedException {
    throw new UnsupportedOperationException("being built");
  }
}
