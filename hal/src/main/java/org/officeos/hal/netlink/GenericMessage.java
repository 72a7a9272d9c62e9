package org.officeos.hal.netlink;

import org.officeos.hal.netlink.FormatException.Reason;

/**
 * One message of a generic netlink family.
 *
 * <pre>
 *   0         1         2          4
 *   +---------+---------+----------+------------+
 *   | command | version | reserved | attributes |
 *   | u8      | u8      | u16      |            |
 *   +---------+---------+----------+------------+
 * </pre>
 *
 * <p>Source: struct genlmsghdr in linux/genetlink.h.
 *
 * @param command 0 to 255, in the family's own numbers
 * @param attributes what it says
 */
public record GenericMessage(int command, Attributes attributes) {

  /** Bytes in a header. */
  public static final int HEADER = 4;

  /**
   * Reads one.
   *
   * @param family the family's number, which the message must have as its type
   * @throws FormatException {@code WRONG_KIND}, {@code WRONG_SIZE}, or one of the attributes'
   */
  public static GenericMessage of(NetlinkMessage message, int family) throws FormatException {
    byte[] payload = message.sharedPayload();
    if (message.type() != family) {
      throw new FormatException(Reason.WRONG_KIND, 0);
    }
    if (payload.length < HEADER) {
      throw new FormatException(Reason.WRONG_SIZE, 0);
    }
    return new GenericMessage(payload[0] & 0xff, Attributes.parse(payload, HEADER, payload.length));
  }

  /**
   * A request.
   *
   * @param flags such as {@link NetlinkMessage#F_DUMP}; {@code NLM_F_REQUEST} is added
   */
  public static NetlinkMessage request(
      int family, int flags, int sequence, int command, int version, AttributeWriter attributes) {
    byte[] body = attributes.toBytes();
    byte[] payload = new byte[HEADER + body.length];
    payload[0] = (byte) command;
    payload[1] = (byte) version;
    System.arraycopy(body, 0, payload, HEADER, body.length);
    return new NetlinkMessage(family, flags | NetlinkMessage.F_REQUEST, sequence, 0, payload);
  }
}
