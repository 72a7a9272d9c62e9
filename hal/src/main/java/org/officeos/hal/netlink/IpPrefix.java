package org.officeos.hal.netlink;

import java.math.BigInteger;
import java.util.HexFormat;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * An IPv4 or IPv6 address and how many of its bits name the network.
 *
 * @param hex its 4 or 16 octets in lower-case hexadecimal
 * @param length 0 to 32, or to 128
 */
public record IpPrefix(String hex, int length) {

  private static final int GROUPS = 8;

  /** Refuses what is neither. */
  public IpPrefix {
    int octets = HexFormat.of().parseHex(hex).length;
    if (octets != Integer.BYTES && octets != 2 * GROUPS) {
      throw new IllegalArgumentException("an address of " + octets + " octets");
    }
    if (length < 0 || length > octets * Byte.SIZE) {
      throw new IllegalArgumentException("not a prefix: " + length);
    }
  }

  /** From octets in transmission order, 4 or 16 of them. */
  public static IpPrefix of(byte[] octets, int length) {
    return new IpPrefix(HexFormat.of().formatHex(octets), length);
  }

  /** The whole Internet of one family. */
  public static IpPrefix everything(boolean ipv6) {
    return of(new byte[ipv6 ? 2 * GROUPS : Integer.BYTES], 0);
  }

  static IpPrefix of(Attribute attribute, boolean ipv6, int length) throws FormatException {
    int octets = ipv6 ? 2 * GROUPS : Integer.BYTES;
    if (attribute.length() != octets) {
      throw new FormatException(Reason.WRONG_SIZE, attribute.from());
    }
    if (length < 0 || length > octets * Byte.SIZE) {
      throw new FormatException(Reason.OUT_OF_RANGE, attribute.from());
    }
    return of(attribute.bytes(), length);
  }

  /** Whether it is of IPv6. */
  public boolean isIpv6() {
    return hex.length() > 2 * Integer.BYTES;
  }

  /** The address in the usual text; IPv6 as RFC 5952 wants it. */
  public String address() {
    byte[] octets = HexFormat.of().parseHex(hex);
    return isIpv6() ? six(octets) : four(octets);
  }

  /** Whether all that {@code other} names lies in the network that this names. */
  public boolean covers(IpPrefix other) {
    if (isIpv6() != other.isIpv6() || other.length < length) {
      return false;
    }
    int host = hex.length() * 4 - length;
    return new BigInteger(hex, 16)
        .shiftRight(host)
        .equals(new BigInteger(other.hex, 16).shiftRight(host));
  }

  private static String four(byte[] octets) {
    StringBuilder text = new StringBuilder();
    for (byte octet : octets) {
      text.append(text.length() == 0 ? "" : ".").append(octet & 0xff);
    }
    return text.toString();
  }

  private static String six(byte[] octets) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = (octets[2 * i] & 0xff) << Byte.SIZE | (octets[2 * i + 1] & 0xff);
    }
    int longest = 1;
    int at = -1;
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && groups[end] == 0) {
        end++;
      }
      if (end - i > longest) {
        longest = end - i;
        at = i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == at) {
        text.append("::");
        i += longest - 1;
      } else {
        boolean first = text.length() == 0 || text.charAt(text.length() - 1) == ':';
        text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return address() + "/" + length;
  }
}
