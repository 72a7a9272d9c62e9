package org.officeos.hal.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * Asks rtnetlink on which interfaces the kernel passes packets on, reads it, and ends it for IPv4.
 *
 * <pre>
 *   0        1     4
 *   +--------+-----+------------+
 *   | family | pad | attributes |
 *   | u8     | u24 |            |
 *   +--------+-----+------------+
 * </pre>
 *
 * <p>An interface's own setting of IPv4 is part of the interface, too, in both directions:
 *
 * <pre>
 *   struct ifinfomsg, 16 bytes; then IFLA_AF_SPEC (26) around AF_INET (2) around
 *   IFLA_INET_CONF (1), in which
 *     the kernel tells all settings: u32 each, forwarding the first of them
 *     a request has one attribute for each it sets: u32, forwarding's type is 1
 * </pre>
 *
 * <p>There is no request here that switches it on, on purpose; and none of rtnetlink's switches it
 * off for IPv6, for interfaces to come, or for all at once. Source: struct netconfmsg in
 * linux/netconf.h; linux/if_link.h, IPV4_DEVCONF_FORWARDING in linux/ip.h.
 */
public final class Forwardings {

  /** {@code RTNLGRP_IPV4_NETCONF} and its sibling: the multicast groups that tell of changes. */
  public static final List<Integer> GROUPS = List.of(24, 25);

  private static final int FIXED = 4;
  private static final int RTM_NEWNETCONF = 80;
  private static final int RTM_GETNETCONF = 82;
  private static final int ATTR_INDEX = 1;
  private static final int ATTR_FORWARDING = 2;
  private static final int LINK_FIXED = 16;
  private static final int RTM_NEWLINK = 16;
  private static final int RTM_SETLINK = 19;
  private static final int LINK_FAMILIES = 26;
  private static final int FAMILY_SETTINGS = 1;
  private static final int SETTING_FORWARDING = 1;

  private Forwardings() {}

  /** The request for all of one family; its answer is a dump. */
  public static NetlinkMessage request(boolean ipv6, int sequence) {
    byte[] payload = new byte[FIXED];
    payload[0] = (byte) (ipv6 ? LinkAddresses.INET6 : Addresses.INET);
    return NetlinkMessage.dump(RTM_GETNETCONF, sequence, payload);
  }

  /**
   * The request to end it for one interface and IPv4; takes {@code CAP_NET_ADMIN}. Ending it where
   * it does not happen is no error; {@code ENODEV} where there is no such interface, {@code
   * EAFNOSUPPORT} where it has no IPv4. The kernel does not tell of it in {@link #GROUPS}.
   *
   * @param index 1 and more
   */
  public static NetlinkMessage switchOff(int index, int sequence) {
    if (index < 1) {
      throw new IllegalArgumentException("not an interface: " + index);
    }
    AttributeWriter setting = new AttributeWriter().u32(SETTING_FORWARDING, 0);
    AttributeWriter settings = new AttributeWriter().nested(FAMILY_SETTINGS, setting);
    AttributeWriter family = new AttributeWriter().nested(Addresses.INET, settings);
    byte[] attributes = new AttributeWriter().nested(LINK_FAMILIES, family).toBytes();
    byte[] payload =
        ByteBuffer.allocate(LINK_FIXED + attributes.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(Integer.BYTES, index)
            .put(LINK_FIXED, attributes)
            .array();
    int flags = NetlinkMessage.F_REQUEST | NetlinkMessage.F_ACK;
    return new NetlinkMessage(RTM_SETLINK, flags, sequence, 0, payload);
  }

  /**
   * What {@code RTM_NEWLINK} says of the interface's own setting of IPv4; empty where it says
   * nothing of it, and for what is said of a bridge's port. It is how the kernel tells of one that
   * was changed by a request, and only while the interface is up.
   *
   * @throws FormatException as {@link #read} does
   */
  public static Optional<Forwarding> ofLink(NetlinkMessage message) throws FormatException {
    byte[] payload = message.payloadOf(RTM_NEWLINK, LINK_FIXED);
    if (payload[0] != 0) {
      return Optional.empty();
    }
    int index = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).getInt(Integer.BYTES);
    Optional<Attribute> settings =
        inside(
            inside(
                Attributes.parse(payload, LINK_FIXED, payload.length).find(LINK_FAMILIES),
                Addresses.INET),
            FAMILY_SETTINGS);
    if (settings.isEmpty()) {
      return Optional.empty();
    }
    if (index < 1) {
      throw new FormatException(Reason.OUT_OF_RANGE, Integer.BYTES);
    }
    byte[] all = settings.get().bytes();
    if (all.length < Integer.BYTES) {
      throw new FormatException(Reason.WRONG_SIZE, LINK_FIXED);
    }
    return Optional.of(new Forwarding(false, index, ByteBuffer.wrap(all).getInt() != 0));
  }

  private static Optional<Attribute> inside(Optional<Attribute> outer, int type)
      throws FormatException {
    return outer.isPresent() ? outer.get().nested().find(type) : Optional.empty();
  }

  /**
   * What a whole answer says of it, in its order.
   *
   * @throws FormatException {@code WRONG_KIND}, {@code WRONG_SIZE}, {@code OUT_OF_RANGE}, and those
   *     of {@link Attributes}
   */
  public static List<Forwarding> read(List<NetlinkMessage> parts) throws FormatException {
    List<Forwarding> all = new ArrayList<>();
    for (NetlinkMessage part : parts) {
      event(part).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /**
   * Reads one notification; empty where it tells of another setting or family.
   *
   * @throws FormatException as {@link #read} does
   */
  public static Optional<Forwarding> event(NetlinkMessage message) throws FormatException {
    byte[] payload = message.payloadOf(RTM_NEWNETCONF, FIXED);
    boolean ipv6 = payload[0] == LinkAddresses.INET6;
    Attributes attributes = Attributes.parse(payload, FIXED, payload.length);
    OptionalInt index = attributes.u32(ATTR_INDEX);
    OptionalInt value = attributes.u32(ATTR_FORWARDING);
    if ((!ipv6 && payload[0] != Addresses.INET) || index.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    if (index.getAsInt() == 0 || index.getAsInt() < Forwarding.DEFAULT) {
      throw new FormatException(Reason.OUT_OF_RANGE, FIXED);
    }
    return Optional.of(new Forwarding(ipv6, index.getAsInt(), value.getAsInt() != 0));
  }
}
