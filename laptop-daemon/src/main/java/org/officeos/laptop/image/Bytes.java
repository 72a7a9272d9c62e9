package org.officeos.laptop.image;

import static org.officeos.laptop.image.ImageRejectedException.Reason.TRUNCATED;

import java.nio.charset.StandardCharsets;

/** Reads numbers out of a file's bytes; beyond the end lies {@code TRUNCATED}, never a crash. */
final class Bytes {

  private final byte[] file;

  Bytes(byte[] file) {
    this.file = file;
  }

  int length() {
    return file.length;
  }

  /** Whether {@code text}, one byte a character, stands at {@code offset}. */
  boolean has(long offset, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
    if (offset < 0 || offset + wanted.length > file.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (file[(int) offset + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  int u8(long offset) throws ImageRejectedException {
    if (offset < 0 || offset >= file.length) {
      throw new ImageRejectedException(TRUNCATED, "The picture's file ends too early.");
    }
    return file[(int) offset] & 0xff;
  }

  int u16be(long offset) throws ImageRejectedException {
    return u8(offset) << 8 | u8(offset + 1);
  }

  int u16le(long offset) throws ImageRejectedException {
    return u8(offset) | u8(offset + 1) << 8;
  }

  int u24le(long offset) throws ImageRejectedException {
    return u16le(offset) | u8(offset + 2) << 16;
  }

  long u32be(long offset) throws ImageRejectedException {
    return (long) u16be(offset) << 16 | u16be(offset + 2);
  }

  long u32le(long offset) throws ImageRejectedException {
    return u16le(offset) | (long) u16le(offset + 2) << 16;
  }
}
