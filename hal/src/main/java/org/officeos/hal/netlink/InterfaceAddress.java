package org.officeos.hal.netlink;

/**
 * An IPv4 address of a network interface.
 *
 * @param index the interface's number, 1 and more
 * @param own the address itself; the first octet in bits 31 to 24
 * @param network an address in the network that it makes reachable: {@code own} again, or the other
 *     end of a link between two
 * @param prefix how many bits of {@code network} name the network, 0 to 32
 */
public record InterfaceAddress(int index, int own, int network, int prefix) {

  /** Refuses what no interface has. */
  public InterfaceAddress {
    if (index < 1) {
      throw new IllegalArgumentException("not an interface: " + index);
    }
    if (prefix < 0 || prefix > Integer.SIZE) {
      throw new IllegalArgumentException("not a prefix: " + prefix);
    }
  }

  /** Whether that address is this one, or lies in its network. */
  public boolean covers(int address) {
    return meets(address, Integer.SIZE);
  }

  /** Whether the two networks have an address in common, or this one lies in that network. */
  public boolean meets(int address, int bits) {
    return same(network, address, Math.min(prefix, bits)) || same(own, address, bits);
  }

  private static boolean same(int a, int b, int bits) {
    return bits == 0 || (a ^ b) >>> (Integer.SIZE - bits) == 0;
  }
}
