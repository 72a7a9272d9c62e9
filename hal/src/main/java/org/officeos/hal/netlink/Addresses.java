package org.officeos.hal.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * Asks rtnetlink for all IPv4 addresses of interfaces, reads them, and adds one.
 *
 * <pre>
 *   0        1        2       3       4       8
 *   +--------+--------+-------+-------+-------+------------+
 *   | family | prefix | flags | scope | index | attributes |
 *   | u8     | u8     | u8    | u8    | u32   |            |
 *   +--------+--------+-------+-------+-------+------------+
 * </pre>
 *
 * <p>Source: rtnetlink(7), struct ifaddrmsg in linux/if_addr.h. Addresses are in the network's byte
 * order.
 */
public final class Addresses {

  static final int INET = 2;

  private static final int FIXED = 8;
  private static final int RTM_NEWADDR = 20;
  private static final int RTM_GETADDR = 22;
  private static final int CREATE = 0x400;
  private static final int REPLACE = 0x100;
  private static final int ATTR_ADDRESS = 1;
  private static final int ATTR_LOCAL = 2;

  /** Of this link only: never the sender of what leaves by a gateway elsewhere. */
  private static final int SCOPE_LINK = 253;

  private Addresses() {}

  /** The request for all; its answer is a dump. */
  public static NetlinkMessage request(int sequence) {
    byte[] payload = new byte[FIXED];
    payload[0] = INET;
    return NetlinkMessage.dump(RTM_GETADDR, sequence, payload);
  }

  /**
   * The request to give an interface an address and the way into its network; takes {@code
   * CAP_NET_ADMIN}. Giving the same again is no error; {@code ENODEV} where there is no such
   * interface.
   *
   * @param index 1 and more
   * @param own the address, the first octet in bits 31 to 24
   * @param prefix how many of its bits name the network, 1 to 32
   */
  public static NetlinkMessage add(int index, int own, int prefix, int sequence) {
    if (index < 1 || prefix < 1 || prefix > Integer.SIZE) {
      throw new IllegalArgumentException("interface " + index + ", prefix " + prefix);
    }
    byte[] address = octets(own);
    byte[] attributes =
        new AttributeWriter().bytes(ATTR_LOCAL, address).bytes(ATTR_ADDRESS, address).toBytes();
    byte[] payload =
        ByteBuffer.allocate(FIXED + attributes.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put((byte) INET)
            .put((byte) prefix)
            .put((byte) 0)
            .put((byte) SCOPE_LINK)
            .putInt(index)
            .put(attributes)
            .array();
    int flags = NetlinkMessage.F_REQUEST | NetlinkMessage.F_ACK | CREATE | REPLACE;
    return new NetlinkMessage(RTM_NEWADDR, flags, sequence, 0, payload);
  }

  /**
   * The IPv4 addresses of a whole answer, in its order.
   *
   * @throws FormatException such as {@code WRONG_KIND}, {@code ATTRIBUTE_MISSING}, {@code
   *     WRONG_SIZE}, {@code OUT_OF_RANGE}
   */
  public static List<InterfaceAddress> read(List<NetlinkMessage> parts) throws FormatException {
    List<InterfaceAddress> all = new ArrayList<>();
    for (NetlinkMessage part : parts) {
      byte[] payload = part.payloadOf(RTM_NEWADDR, FIXED);
      // Kernels before 4.20 do not sort by family when asked to.
      if (payload[0] == INET) {
        all.add(address(payload));
      }
    }
    return List.copyOf(all);
  }

  private static InterfaceAddress address(byte[] payload) throws FormatException {
    int prefix = payload[1] & 0xff;
    if (prefix > Integer.SIZE) {
      throw new FormatException(Reason.OUT_OF_RANGE, 1);
    }
    int index = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
    if (index < 1) {
      throw new FormatException(Reason.OUT_OF_RANGE, 4);
    }
    Attributes attributes = Attributes.parse(payload, FIXED, payload.length);
    int network = inet(attributes.get(ATTR_ADDRESS));
    Optional<Attribute> own = attributes.find(ATTR_LOCAL);
    return new InterfaceAddress(
        index, own.isPresent() ? inet(own.get()) : network, network, prefix);
  }

  static byte[] octets(int address) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(address).array();
  }

  /** Four octets of the network's byte order. {@code WRONG_SIZE}. */
  static int inet(Attribute attribute) throws FormatException {
    return Integer.reverseBytes(attribute.u32());
  }
}
