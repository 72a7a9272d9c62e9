package org.officeos.hal.linux;

import java.util.HexFormat;
import org.officeos.hal.netlink.IpPrefix;

/**
 * An address as files below {@code /proc/net} write it: each four octets as one number of the
 * machine's byte order, in hexadecimal. An IPv4 address in an IPv6 one is shown as what it is.
 */
final class ProcAddress {

  private static final String MAPPED = "00000000000000000000ffff";

  private ProcAddress() {}

  /** The usual text. */
  static String of(String hex) {
    byte[] octets = HexFormat.of().parseHex(hex);
    if (octets.length % Integer.BYTES != 0) {
      throw new IllegalArgumentException("an address of " + octets.length + " octets");
    }
    byte[] turned = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      turned[i] = octets[i / Integer.BYTES * Integer.BYTES + 3 - i % Integer.BYTES];
    }
    String plain = HexFormat.of().formatHex(turned);
    return new IpPrefix(plain.startsWith(MAPPED) ? plain.substring(MAPPED.length()) : plain, 0)
        .address();
  }
}
