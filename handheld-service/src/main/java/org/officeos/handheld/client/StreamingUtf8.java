package org.officeos.handheld.client;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Turns pieces of UTF-8 into text, holding back the start of a character whose rest has not come.
 * What is not UTF-8 becomes U+FFFD. Not safe for use by several threads.
 */
final class StreamingUtf8 {

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private byte[] held = {};

  /** The characters that are whole now, perhaps none. */
  String push(byte[] piece) {
    return decode(piece, false);
  }

  /** What is left at the end: U+FFFD where a character was cut. */
  String finish() {
    return decode(new byte[0], true);
  }

  private String decode(byte[] piece, boolean last) {
    ByteBuffer in = ByteBuffer.allocate(held.length + piece.length).put(held).put(piece).flip();
    CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
    decoder.decode(in, out, last);
    held = new byte[in.remaining()];
    in.get(held);
    return out.flip().toString();
  }
}
