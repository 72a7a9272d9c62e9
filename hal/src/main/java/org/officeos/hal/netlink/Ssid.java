package org.officeos.hal.netlink;

import java.util.HexFormat;

/**
 * The name of a network: 0 to 32 octets of any kind (IEEE Std 802.11-2020, 9.4.2.2).
 *
 * @param hex the octets in lower-case hexadecimal
 */
public record Ssid(String hex) {

  /** Most octets. */
  public static final int MAX = 32;

  /** Refuses what is no SSID in its one form. */
  public Ssid {
    byte[] octets = HexFormat.of().parseHex(hex);
    if (octets.length > MAX || !HexFormat.of().formatHex(octets).equals(hex)) {
      throw new IllegalArgumentException("not an SSID in its one form");
    }
  }

  /** From its octets. */
  public static Ssid of(byte[] octets) {
    return new Ssid(HexFormat.of().formatHex(octets));
  }

  /** The octets, a fresh copy. */
  public byte[] octets() {
    return HexFormat.of().parseHex(hex);
  }

  /** For a person: printable ASCII as it is, everything else as {@code \xNN}. */
  public String text() {
    byte[] octets = octets();
    return Attribute.shown(octets, 0, octets.length);
  }

  /** Whether it is a Wi-Fi Direct group's: it begins with {@code DIRECT-}. */
  public boolean isOfP2pGroup() {
    return text().startsWith("DIRECT-");
  }

  @Override
  public String toString() {
    return text();
  }
}
