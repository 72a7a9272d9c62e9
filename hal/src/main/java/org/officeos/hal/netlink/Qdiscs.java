package org.officeos.hal.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks rtnetlink for the queueing disciplines of all interfaces, and reads them.
 *
 * <pre>
 *   0        1     4       8        12       16     20
 *   +--------+-----+-------+--------+--------+------+------------+
 *   | family | pad | index | handle | parent | info | attributes |
 *   | u8     |     | s32   | u32    | u32    | u32  |            |
 *   +--------+-----+-------+--------+--------+------+------------+
 * </pre>
 *
 * <p>Source: struct tcmsg in linux/rtnetlink.h.
 */
public final class Qdiscs {

  private static final int FIXED = 20;
  private static final int RTM_NEWQDISC = 36;
  private static final int RTM_GETQDISC = 38;
  private static final int ATTR_KIND = 1;
  private static final int MAX_KIND = 15;

  private Qdiscs() {}

  /** The request for all; its answer is a dump. */
  public static NetlinkMessage request(int sequence) {
    return NetlinkMessage.dump(RTM_GETQDISC, sequence, new byte[FIXED]);
  }

  /**
   * Those of a whole answer, in its order.
   *
   * @throws FormatException such as {@code WRONG_KIND}, {@code ATTRIBUTE_MISSING}, {@code
   *     WRONG_SIZE}
   */
  public static List<Qdisc> read(List<NetlinkMessage> parts) throws FormatException {
    List<Qdisc> all = new ArrayList<>();
    for (NetlinkMessage part : parts) {
      byte[] payload = part.payloadOf(RTM_NEWQDISC, FIXED);
      Attributes attributes = Attributes.parse(payload, FIXED, payload.length);
      all.add(
          new Qdisc(
              ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).getInt(4),
              attributes.get(ATTR_KIND).text(MAX_KIND)));
    }
    return List.copyOf(all);
  }
}
