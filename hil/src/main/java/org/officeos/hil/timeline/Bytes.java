package org.officeos.hil.timeline;

import java.util.Optional;

/** A part of a frame that is never read past its end: what is not there is zero, or empty. */
final class Bytes {

  private final byte[] bytes;
  private final int from;
  private final int to;

  Bytes(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private Bytes(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  int length() {
    return to - from;
  }

  /** One byte; 0 past the end. */
  int u8(int at) {
    return at >= 0 && at < length() ? bytes[from + at] & 0xFF : 0;
  }

  /** Two bytes, the small one first, as 802.11 writes them. */
  int u16(int at) {
    return u8(at) | u8(at + 1) << 8;
  }

  /** Two bytes, the big one first, as WPS, EAP and EAPOL write them. */
  int big16(int at) {
    return u8(at) << 8 | u8(at + 1);
  }

  /** Three bytes, the big one first: whose extension it is. */
  int big24(int at) {
    return u8(at) << 16 | big16(at + 1);
  }

  /** What is left from there on; nothing where there is nothing. */
  Bytes after(int at) {
    return new Bytes(bytes, from + Math.max(0, Math.min(at, length())), to);
  }

  /** At most that many of the first bytes. */
  Bytes first(int count) {
    return new Bytes(bytes, from, from + Math.max(0, Math.min(count, length())));
  }

  /** A hardware address, where all of it is there. */
  Optional<String> address(int at) {
    if (at < 0 || at + 6 > length()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder(17);
    for (int i = 0; i < 6; i++) {
      int value = u8(at + i);
      text.append(i == 0 ? "" : ":")
          .append(Character.forDigit(value >> 4, 16))
          .append(Character.forDigit(value & 15, 16));
    }
    return Optional.of(text.toString());
  }

  /** All of it as text, what is not printable ASCII as a question mark, at most 32 characters. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(32, length()); i++) {
      int value = u8(i);
      text.append(value >= ' ' && value <= '~' ? (char) value : '?');
    }
    return text.toString();
  }
}
