package org.officeos.hal.p2p;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * An IPv4 address as a value; never a name, so nothing is ever looked up.
 *
 * @param bits the four octets, the first in bits 31 to 24
 */
public record Ipv4(int bits) {

  /** Octets in an address. */
  public static final int LENGTH = 4;

  /** From four numbers of 0 to 255. */
  public static Ipv4 of(int a, int b, int c, int d) {
    int bits = 0;
    for (int octet : new int[] {a, b, c, d}) {
      if ((octet & ~0xff) != 0) {
        throw new IllegalArgumentException("an octet is 0 to 255");
      }
      bits = (bits << 8) | octet;
    }
    return new Ipv4(bits);
  }

  /**
   * From four octets.
   *
   * @throws IllegalArgumentException for any other number of them
   */
  public static Ipv4 of(byte[] octets) {
    if (octets.length != LENGTH) {
      throw new IllegalArgumentException("an address has 4 octets, not " + octets.length);
    }
    return of(octets[0] & 0xff, octets[1] & 0xff, octets[2] & 0xff, octets[3] & 0xff);
  }

  /** The four octets, a fresh copy. */
  public byte[] octets() {
    return new byte[] {
      (byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits
    };
  }

  /** As the JDK's type. */
  public Inet4Address toInet() {
    try {
      return (Inet4Address) InetAddress.getByAddress(octets());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four octets are always an address", e);
    }
  }

  /** How many ones lead, when this is a mask; -1 when it is none. */
  public int prefixLength() {
    int ones = Integer.numberOfLeadingZeros(~bits);
    return ones == 32 || bits << ones == 0 ? ones : -1;
  }

  /**
   * Whether a machine in a network with this mask of 8 to 30 bits can have it: one machine's own,
   * neither the network's nor its broadcast's, neither the loopback's nor beyond 223.255.255.255.
   */
  public boolean isMachineIn(Ipv4 mask) {
    int prefix = mask.prefixLength();
    int first = bits >>> 24;
    int host = bits & ~mask.bits;
    return prefix >= 8
        && prefix <= 30
        && first >= 1
        && first <= 223
        && first != 127
        && host != 0
        && host != ~mask.bits;
  }

  @Override
  public String toString() {
    return (bits >>> 24)
        + "."
        + (bits >>> 16 & 0xff)
        + "."
        + ((bits >>> 8) & 0xff)
        + "."
        + (bits & 0xff);
  }
}
