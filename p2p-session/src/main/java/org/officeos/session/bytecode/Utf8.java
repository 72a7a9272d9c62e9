package org.officeos.session.bytecode;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8: what is not well formed is found, never replaced (RFC 3629). */
final class Utf8 {

  /** What a lenient decoder puts in place of malformed bytes. */
  static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /** Index of the first byte that belongs to no well-formed sequence, or -1. */
  static int firstMalformed(byte[] bytes, int offset, int length) {
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
    boolean malformed =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, CharBuffer.allocate(length), true)
            .isError();
    return malformed ? in.position() : -1;
  }

  /** Bytes that {@link Sink#text} writes. */
  static long size(String text) {
    long size = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x800) {
        size += 2;
        i += isPair(text, i) ? 1 : 0;
      } else if (c >= 0x80) {
        size += 1;
      }
    }
    return size;
  }

  static boolean isPair(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        && at + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(at + 1));
  }

  /** The text with {@link #REPLACEMENT} for every half of a pair that stands alone. */
  static String wellFormed(String text) {
    StringBuilder whole = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (isPair(text, i)) {
        i++;
      } else if (Character.isSurrogate(text.charAt(i))) {
        whole.setCharAt(i, REPLACEMENT);
      }
    }
    return whole.toString();
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
