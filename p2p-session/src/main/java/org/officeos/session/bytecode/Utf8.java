package org.officeos.session.bytecode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8: what is not well formed is refused, never replaced (RFC 3629). */
final class Utf8 {

  private Utf8() {}

  static String decode(byte[] bytes, int offset, int length) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes, offset, length))
        .toString();
  }

  /** The longest start of {@code text} whose encoding has at most {@code max} bytes. */
  static String cut(String text, int max) {
    byte[] all = text.getBytes(StandardCharsets.UTF_8);
    if (all.length <= max) {
      return text;
    }
    int end = max;
    while (end > 0 && (all[end] & 0xc0) == 0x80) {
      end--;
    }
    return new String(all, 0, end, StandardCharsets.UTF_8);
  }
}
