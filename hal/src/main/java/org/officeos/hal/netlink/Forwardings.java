package org.officeos.hal.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * Asks rtnetlink on which interfaces the kernel passes packets on, and reads it.
 *
 * <pre>
 *   0        1     4
 *   +--------+-----+------------+
 *   | family | pad | attributes |
 *   | u8     | u24 |            |
 *   +--------+-----+------------+
 * </pre>
 *
 * <p>There is no request here that changes it. Source: struct netconfmsg in linux/netconf.h.
 */
public final class Forwardings {

  /** {@code RTNLGRP_IPV4_NETCONF} and its sibling: the multicast groups that tell of changes. */
  public static final List<Integer> GROUPS = List.of(24, 25);

  private static final int FIXED = 4;
  private static final int RTM_NEWNETCONF = 80;
  private static final int RTM_GETNETCONF = 82;
  private static final int ATTR_INDEX = 1;
  private static final int ATTR_FORWARDING = 2;

  private Forwardings() {}

  /** The request for all of one family; its answer is a dump. */
  public static NetlinkMessage request(boolean ipv6, int sequence) {
    byte[] payload = new byte[FIXED];
    payload[0] = (byte) (ipv6 ? LinkAddresses.INET6 : Addresses.INET);
    return NetlinkMessage.dump(RTM_GETNETCONF, sequence, payload);
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
