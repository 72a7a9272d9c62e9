package org.officeos.hal.p2p;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A 48-bit IEEE 802 address (IEEE Std 802-2014, section 8.2): a P2P Device Address, a P2P Interface
 * Address or a BSSID.
 *
 * @param bits the six octets, the first in bits 47 to 40; never more than 48 bits
 */
public record MacAddress(long bits) implements Comparable<MacAddress> {

  /** Octets in an address. */
  public static final int LENGTH = 6;

  /** What Android reports of a group owner that has not told its address. */
  public static final MacAddress ZERO = new MacAddress(0);

  private static final long MASK = 0xffff_ffff_ffffL;
  private static final Pattern COLONS = Pattern.compile("([0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}");
  private static final HexFormat HEX = HexFormat.ofDelimiter(":");

  /** Refuses more than 48 bits. */
  public MacAddress {
    if ((bits & ~MASK) != 0) {
      throw new IllegalArgumentException("more than 48 bits");
    }
  }

  /**
   * From six octets in transmission order.
   *
   * @throws IllegalArgumentException for any other number of them
   */
  public static MacAddress of(byte[] octets) {
    if (octets.length != LENGTH) {
      throw new IllegalArgumentException("an address has 6 octets, not " + octets.length);
    }
    long bits = 0;
    for (byte octet : octets) {
      bits = (bits << 8) | (octet & 0xff);
    }
    return new MacAddress(bits);
  }

  /**
   * From {@code 02:00:00:00:00:01}, in either case.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static MacAddress parse(String text) {
    if (!COLONS.matcher(text).matches()) {
      throw new IllegalArgumentException("not an address");
    }
    return of(HEX.parseHex(text));
  }

  /** The six octets in transmission order, a fresh copy. */
  public byte[] octets() {
    byte[] octets = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      octets[i] = (byte) (bits >>> (8 * (LENGTH - 1 - i)));
    }
    return octets;
  }

  @Override
  public int compareTo(MacAddress other) {
    return Long.compare(bits, other.bits);
  }

  /** Lower case, with colons. */
  @Override
  public String toString() {
    return HEX.formatHex(octets());
  }
}
