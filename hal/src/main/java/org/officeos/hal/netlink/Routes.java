package org.officeos.hal.netlink;

import java.util.List;
import java.util.OptionalInt;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * Asks rtnetlink by which way an IPv4 address is reached, as a socket would find it, and reads the
 * answer.
 *
 * <pre>
 *   0        1         2         3     4       5        6       7      8       12
 *   +--------+---------+---------+-----+-------+--------+-------+------+-------+------------+
 *   | family | to bits | of bits | tos | table | origin | scope | type | flags | attributes |
 *   | u8     | u8      | u8      | u8  | u8    | u8     | u8    | u8   | u32   |            |
 *   +--------+---------+---------+-----+-------+--------+-------+------+-------+------------+
 * </pre>
 *
 * <p>There is no request here that adds or changes a route, on purpose. Source: rtnetlink(7),
 * struct rtmsg in linux/rtnetlink.h.
 */
public final class Routes {

  private static final int FIXED = 12;
  private static final int WHOLE = 32;
  private static final int RTM_NEWROUTE = 24;
  private static final int RTM_GETROUTE = 26;
  private static final int ATTR_TO = 1;
  private static final int ATTR_FROM = 2;
  private static final int ATTR_OUT = 4;
  private static final int ATTR_GATEWAY = 5;
  private static final int ATTR_MULTIPATH = 9;
  private static final int ATTR_VIA = 18;

  private Routes() {}

  /**
   * The question; its answer is one message, or a refusal such as {@code ENETUNREACH} where no way
   * leads there.
   *
   * @param from the sender's address, which must be this machine's; empty for the kernel's choice
   * @param to the address to reach; of both, the first octet is in bits 31 to 24
   */
  public static NetlinkMessage request(OptionalInt from, int to, int sequence) {
    AttributeWriter attributes = new AttributeWriter().bytes(ATTR_TO, Addresses.octets(to));
    from.ifPresent(own -> attributes.bytes(ATTR_FROM, Addresses.octets(own)));
    byte[] body = attributes.toBytes();
    byte[] payload = new byte[FIXED + body.length];
    payload[0] = Addresses.INET;
    payload[1] = WHOLE;
    payload[2] = (byte) (from.isPresent() ? WHOLE : 0);
    System.arraycopy(body, 0, payload, FIXED, body.length);
    int flags = NetlinkMessage.F_REQUEST | NetlinkMessage.F_ACK;
    return new NetlinkMessage(RTM_GETROUTE, flags, sequence, 0, payload);
  }

  /**
   * The way of a whole answer.
   *
   * @throws FormatException {@code WRONG_KIND} for anything but one IPv4 route; {@code WRONG_SIZE},
   *     {@code OUT_OF_RANGE}, and those of {@link Attributes}
   */
  public static Route read(List<NetlinkMessage> parts) throws FormatException {
    if (parts.size() != 1) {
      throw new FormatException(Reason.WRONG_KIND, 0);
    }
    byte[] payload = parts.get(0).payloadOf(RTM_NEWROUTE, FIXED);
    if (payload[0] != Addresses.INET) {
      throw new FormatException(Reason.WRONG_KIND, 0);
    }
    Attributes attributes = Attributes.parse(payload, FIXED, payload.length);
    OptionalInt index = attributes.u32(ATTR_OUT);
    if (index.isPresent() && index.getAsInt() < 1) {
      throw new FormatException(Reason.OUT_OF_RANGE, FIXED);
    }
    boolean several = attributes.has(ATTR_MULTIPATH);
    return new Route(
        payload[7] & 0xff,
        several ? OptionalInt.empty() : index,
        several || attributes.has(ATTR_GATEWAY) || attributes.has(ATTR_VIA));
  }
}
