package org.officeos.hal.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * Asks rtnetlink for all network interfaces, reads them, and switches one off.
 *
 * <pre>
 *   0        1     2      4       8       12       16
 *   +--------+-----+------+-------+-------+--------+------------+
 *   | family | pad | kind | index | flags | change | attributes |
 *   | u8     | u8  | u16  | s32   | u32   | u32    |            |
 *   +--------+-----+------+-------+-------+--------+------------+
 * </pre>
 *
 * <p>There is no request here that switches one on, on purpose. Source: rtnetlink(7), struct
 * ifinfomsg in linux/rtnetlink.h, linux/if_link.h.
 */
public final class Links {

  /** {@code NETLINK_ROUTE}: the protocol of the socket. */
  public static final int PROTOCOL = 0;

  /** {@code RTNLGRP_LINK}: the multicast group that tells of changes. */
  public static final int GROUP = 1;

  private static final int FIXED = 16;
  private static final int RTM_NEWLINK = 16;
  private static final int RTM_DELLINK = 17;
  private static final int RTM_GETLINK = 18;
  private static final int ATTR_ADDRESS = 1;
  private static final int ATTR_NAME = 3;
  private static final int ATTR_MASTER = 10;
  private static final int ATTR_WIRELESS = 11;
  private static final int ATTR_STATE = 16;
  private static final int ATTR_INFO = 18;
  private static final int ATTR_XDP = 43;
  private static final int INFO_KIND = 1;
  private static final int XDP_ATTACHED = 2;
  private static final int MAX_KIND = 63;

  private Links() {}

  /** The request for all; its answer is a dump. */
  public static NetlinkMessage request(int sequence) {
    return request(RTM_GETLINK, NetlinkMessage.F_DUMP, sequence, 0, 0);
  }

  /**
   * The request to switch one off; takes {@code CAP_NET_ADMIN}. Switching off what is off is no
   * error; {@code ENODEV} where there is no such interface.
   *
   * @param index 1 and more
   */
  public static NetlinkMessage switchOff(int index, int sequence) {
    if (index < 1) {
      throw new IllegalArgumentException("not an interface: " + index);
    }
    return request(RTM_NEWLINK, NetlinkMessage.F_ACK, sequence, index, Link.F_UP);
  }

  private static NetlinkMessage request(int type, int flags, int sequence, int index, int change) {
    byte[] payload =
        ByteBuffer.allocate(FIXED)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(0)
            .putInt(index)
            .putInt(0)
            .putInt(change)
            .array();
    return new NetlinkMessage(type, flags | NetlinkMessage.F_REQUEST, sequence, 0, payload);
  }

  /**
   * The interfaces of a whole answer, in its order.
   *
   * @throws FormatException such as {@code WRONG_KIND}, {@code ATTRIBUTE_MISSING}, {@code
   *     WRONG_SIZE}
   */
  public static List<Link> read(List<NetlinkMessage> parts) throws FormatException {
    List<Link> links = new ArrayList<>();
    for (NetlinkMessage part : parts) {
      byte[] payload = part.payloadOf(RTM_NEWLINK, FIXED);
      links.add(link(payload, attributes(payload)));
    }
    return List.copyOf(links);
  }

  /**
   * The interfaces of a whole answer with what made and holds each, in its order.
   *
   * @throws FormatException as {@link #read} does
   */
  public static List<LinkDetail> details(List<NetlinkMessage> parts) throws FormatException {
    List<LinkDetail> details = new ArrayList<>();
    List<Link> links = read(parts);
    for (int i = 0; i < links.size(); i++) {
      details.add(detail(links.get(i), attributes(parts.get(i).sharedPayload())));
    }
    return List.copyOf(details);
  }

  private static LinkDetail detail(Link link, Attributes attributes) throws FormatException {
    Optional<Attribute> info = attributes.find(ATTR_INFO);
    Optional<Attribute> xdp = attributes.find(ATTR_XDP);
    Optional<Attribute> attached =
        xdp.isPresent() ? xdp.get().nested().find(XDP_ATTACHED) : Optional.empty();
    OptionalInt master = attributes.u32(ATTR_MASTER);
    return new LinkDetail(
        link,
        info.isPresent() ? info.get().nested().text(INFO_KIND, MAX_KIND) : Optional.empty(),
        master.orElse(0) == 0 ? OptionalInt.empty() : master,
        attached.isPresent() && attached.get().u8() != 0);
  }

  /**
   * Reads one notification. Empty for what is said of a bridge's port, where "gone" means gone from
   * the bridge only, and for the old wireless extensions, which tell no state.
   *
   * @throws FormatException such as {@code WRONG_KIND}, {@code ATTRIBUTE_MISSING}, {@code
   *     WRONG_SIZE}
   */
  public static Optional<LinkEvent> event(NetlinkMessage message) throws FormatException {
    boolean gone = message.type() == RTM_DELLINK;
    byte[] payload = message.payloadOf(gone ? RTM_DELLINK : RTM_NEWLINK, FIXED);
    Attributes attributes = attributes(payload);
    if (payload[0] != 0 || attributes.has(ATTR_WIRELESS)) {
      return Optional.empty();
    }
    Link link = link(payload, attributes);
    return Optional.of(
        gone ? new LinkEvent.Gone(link) : new LinkEvent.Here(detail(link, attributes)));
  }

  private static Attributes attributes(byte[] payload) throws FormatException {
    return Attributes.parse(payload, FIXED, payload.length);
  }

  private static Link link(byte[] payload, Attributes attributes) throws FormatException {
    ByteBuffer fixed = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
    int index = fixed.getInt(4);
    if (index < 1) {
      throw new FormatException(Reason.OUT_OF_RANGE, 4);
    }
    Optional<Attribute> state = attributes.find(ATTR_STATE);
    return new Link(
        index,
        attributes.get(ATTR_NAME).text(Nl80211.MAX_IFNAME),
        fixed.getShort(2) & 0xffff,
        fixed.getInt(8),
        state.isPresent() ? OperState.of(state.get().u8()) : OperState.UNKNOWN,
        WirelessInterfaces.address(attributes.find(ATTR_ADDRESS)));
  }
}
