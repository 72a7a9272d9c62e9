package org.officeos.session.record;

/**
 * The shape of everything on the wire: {@code length u16 big-endian | body}.
 *
 * <p>Before authentication a body is a plain handshake message of at most {@value #MAX_HANDSHAKE}
 * bytes. After it a body is {@code ciphertext | tag 16}, and the length counts both.
 */
public final class RecordFormat {

  /** Bytes of the length in front of each body. */
  public static final int HEADER = 2;

  /** Bytes of the Poly1305 tag. */
  public static final int TAG = 16;

  /** Greatest body of a record, in bytes: what the length can say. */
  public static final int MAX_BODY = 65_535;

  /** Greatest plaintext of a record, in bytes. */
  public static final int MAX_PLAINTEXT = MAX_BODY - TAG;

  /** Greatest body before the peer is authenticated, in bytes. */
  public static final int MAX_HANDSHAKE = 1024;

  private RecordFormat() {}

  /** Writes a body's length at {@code offset}. */
  public static void putLength(byte[] out, int offset, int bodyLength) {
    out[offset] = (byte) (bodyLength >>> 8);
    out[offset + 1] = (byte) bodyLength;
  }

  /** A handshake message with its length in front. */
  public static byte[] frame(byte[] message) {
    byte[] framed = new byte[HEADER + message.length];
    putLength(framed, 0, message.length);
    System.arraycopy(message, 0, framed, HEADER, message.length);
    return framed;
  }
}
