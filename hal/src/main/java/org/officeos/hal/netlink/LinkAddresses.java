package org.officeos.hal.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * Asks rtnetlink for all addresses of interfaces, of both families, reads them, and removes one.
 * The layout stands at {@link Addresses}.
 */
public final class LinkAddresses {

  /** {@code RTNLGRP_IPV4_IFADDR} and its sibling: the multicast groups that tell of changes. */
  public static final List<Integer> GROUPS = List.of(5, 9);

  static final int INET6 = 10;

  private static final int FIXED = 8;
  private static final int RTM_NEWADDR = 20;
  private static final int RTM_DELADDR = 21;
  private static final int RTM_GETADDR = 22;
  private static final int ATTR_ADDRESS = 1;
  private static final int ATTR_LOCAL = 2;

  private LinkAddresses() {}

  /** The request for all; its answer is a dump. */
  public static NetlinkMessage request(int sequence) {
    return NetlinkMessage.dump(RTM_GETADDR, sequence, new byte[FIXED]);
  }

  /**
   * The addresses of a whole answer, in its order; those of other families are passed over.
   *
   * @throws FormatException such as {@code WRONG_KIND}, {@code ATTRIBUTE_MISSING}, {@code
   *     WRONG_SIZE}, {@code OUT_OF_RANGE}
   */
  public static List<LinkAddress> read(List<NetlinkMessage> parts) throws FormatException {
    List<LinkAddress> all = new ArrayList<>();
    for (NetlinkMessage part : parts) {
      byte[] payload = part.payloadOf(RTM_NEWADDR, FIXED);
      if (payload[0] == Addresses.INET || payload[0] == INET6) {
        all.add(address(payload));
      }
    }
    return List.copyOf(all);
  }

  /**
   * Reads one notification; empty for other families.
   *
   * @throws FormatException as {@link #read} does
   */
  public static Optional<AddressEvent> event(NetlinkMessage message) throws FormatException {
    boolean gone = message.type() == RTM_DELADDR;
    byte[] payload = message.payloadOf(gone ? RTM_DELADDR : RTM_NEWADDR, FIXED);
    if (payload[0] != Addresses.INET && payload[0] != INET6) {
      return Optional.empty();
    }
    LinkAddress address = address(payload);
    return Optional.of(gone ? new AddressEvent.Gone(address) : new AddressEvent.Here(address));
  }

  /**
   * The request to remove an address; takes {@code CAP_NET_ADMIN}. {@code EADDRNOTAVAIL} where the
   * interface does not have it, {@code ENODEV} where there is no such interface.
   */
  public static NetlinkMessage remove(LinkAddress address, int sequence) {
    IpPrefix prefix = address.prefix();
    byte[] octets = HexFormat.of().parseHex(prefix.hex());
    byte[] attributes = new AttributeWriter().bytes(ATTR_LOCAL, octets).toBytes();
    byte[] payload =
        ByteBuffer.allocate(FIXED + attributes.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put((byte) (prefix.isIpv6() ? INET6 : Addresses.INET))
            .put((byte) prefix.length())
            .putShort((short) 0)
            .putInt(address.index())
            .put(attributes)
            .array();
    int flags = NetlinkMessage.F_REQUEST | NetlinkMessage.F_ACK;
    return new NetlinkMessage(RTM_DELADDR, flags, sequence, 0, payload);
  }

  private static LinkAddress address(byte[] payload) throws FormatException {
    int index = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
    if (index < 1) {
      throw new FormatException(Reason.OUT_OF_RANGE, 4);
    }
    Attributes attributes = Attributes.parse(payload, FIXED, payload.length);
    Optional<Attribute> own = attributes.find(ATTR_LOCAL);
    Attribute address = own.isPresent() ? own.get() : attributes.get(ATTR_ADDRESS);
    return new LinkAddress(index, IpPrefix.of(address, payload[0] == INET6, payload[1] & 0xff));
  }
}
