package org.officeos.hal.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * Asks rtnetlink for all addresses of interfaces, of both families, and reads them. The layout
 * stands at {@link Addresses}.
 */
public final class LinkAddresses {

  static final int INET6 = 10;

  private static final int FIXED = 8;
  private static final int RTM_NEWADDR = 20;
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
