package org.officeos.wpa;

/** Information elements (IEEE Std 802.11-2020, section 9.4.2.1): id, length, and so many bytes. */
final class InformationElements {

  private static final int LONGEST = 2048;
  private static final int HEADER = 2;

  private InformationElements() {}

  static boolean areWhole(byte[] bytes) {
    int at = 0;
    while (at + HEADER <= bytes.length) {
      at += HEADER + (bytes[at + 1] & 0xff);
    }
    return at == bytes.length && bytes.length <= LONGEST;
  }
}
