package org.officeos.hal.netlink;

import java.util.HexFormat;

/**
 * An interface's address on its own medium: six octets on Wi-Fi and Ethernet, other numbers on
 * other links. The kernel allows 32.
 *
 * @param text octets in lower-case hexadecimal with colons between, such as {@code
 *     02:00:00:00:00:01}
 */
public record HardwareAddress(String text) {

  /** Most octets of an address. */
  public static final int MAX = 32;

  private static final HexFormat HEX = HexFormat.ofDelimiter(":");

  /** Refuses what is no address in its one form. */
  public HardwareAddress {
    byte[] octets = HEX.parseHex(text);
    if (octets.length == 0 || octets.length > MAX || !HEX.formatHex(octets).equals(text)) {
      throw new IllegalArgumentException("not an address in its one form");
    }
  }

  /** From its octets, 1 to 32. */
  public static HardwareAddress of(byte[] octets) {
    return new HardwareAddress(HEX.formatHex(octets));
  }

  /** The octets in transmission order, a fresh copy. */
  public byte[] octets() {
    return HEX.parseHex(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
