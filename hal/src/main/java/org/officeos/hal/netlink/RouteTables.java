package org.officeos.hal.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * Asks rtnetlink for the routes of all tables, and reads them. The layout stands at {@link Routes}.
 * Routes that the kernel only remembers from looking up are passed over.
 */
public final class RouteTables {

  /** {@code RTNLGRP_IPV4_ROUTE} and its sibling: the multicast groups that tell of changes. */
  public static final List<Integer> GROUPS = List.of(7, 11);

  private static final int FIXED = 12;
  private static final int RTM_NEWROUTE = 24;
  private static final int RTM_DELROUTE = 25;
  private static final int RTM_GETROUTE = 26;
  private static final int CLONED = 0x200;
  private static final int ATTR_TO = 1;
  private static final int ATTR_OUT = 4;
  private static final int ATTR_GATEWAY = 5;
  private static final int ATTR_MULTIPATH = 9;
  private static final int ATTR_TABLE = 15;
  private static final int ATTR_VIA = 18;

  private RouteTables() {}

  /** The request for all of one family; its answer is a dump. */
  public static NetlinkMessage request(boolean ipv6, int sequence) {
    byte[] payload = new byte[FIXED];
    payload[0] = (byte) (ipv6 ? LinkAddresses.INET6 : Addresses.INET);
    return NetlinkMessage.dump(RTM_GETROUTE, sequence, payload);
  }

  /**
   * The routes of a whole answer, in its order; those of other families are passed over.
   *
   * @throws FormatException such as {@code WRONG_KIND}, {@code WRONG_SIZE}, {@code OUT_OF_RANGE}
   */
  public static List<IpRoute> read(List<NetlinkMessage> parts) throws FormatException {
    return entries(parts).stream().map(RouteEntry::route).toList();
  }

  /**
   * The same, each with what removes it.
   *
   * @throws FormatException as {@link #read} does
   */
  public static List<RouteEntry> entries(List<NetlinkMessage> parts) throws FormatException {
    List<RouteEntry> all = new ArrayList<>();
    for (NetlinkMessage part : parts) {
      entry(part).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /**
   * Reads one notification of a route that came; empty for one that went, and for those that {@link
   * #read} passes over.
   *
   * @throws FormatException as {@link #read} does
   */
  public static Optional<RouteEntry> event(NetlinkMessage message) throws FormatException {
    return message.type() == RTM_DELROUTE ? Optional.empty() : entry(message);
  }

  private static Optional<RouteEntry> entry(NetlinkMessage message) throws FormatException {
    byte[] payload = message.payloadOf(RTM_NEWROUTE, FIXED);
    int flags = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).getInt(8);
    boolean ours = payload[0] == Addresses.INET || payload[0] == LinkAddresses.INET6;
    return ours && (flags & CLONED) == 0
        ? Optional.of(new RouteEntry(route(payload), message))
        : Optional.empty();
  }

  private static IpRoute route(byte[] payload) throws FormatException {
    boolean ipv6 = payload[0] == LinkAddresses.INET6;
    Attributes attributes = Attributes.parse(payload, FIXED, payload.length);
    Optional<Attribute> to = attributes.find(ATTR_TO);
    int length = payload[1] & 0xff;
    if (to.isEmpty() && length != 0) {
      throw new FormatException(Reason.ATTRIBUTE_MISSING, 1);
    }
    OptionalInt index = attributes.u32(ATTR_OUT);
    if (index.isPresent() && index.getAsInt() < 1) {
      throw new FormatException(Reason.OUT_OF_RANGE, FIXED);
    }
    boolean several = attributes.has(ATTR_MULTIPATH);
    return new IpRoute(
        to.isPresent() ? IpPrefix.of(to.get(), ipv6, length) : IpPrefix.everything(ipv6),
        attributes.u32(ATTR_TABLE).orElse(payload[4] & 0xff),
        payload[7] & 0xff,
        several ? OptionalInt.empty() : index,
        several ? Optional.of("several") : gateway(attributes, ipv6));
  }

  private static Optional<String> gateway(Attributes attributes, boolean ipv6)
      throws FormatException {
    Optional<Attribute> gateway = attributes.find(ATTR_GATEWAY);
    if (gateway.isPresent()) {
      return Optional.of(IpPrefix.of(gateway.get(), ipv6, 0).address());
    }
    return attributes.has(ATTR_VIA) ? Optional.of("another family's") : Optional.empty();
  }
}
