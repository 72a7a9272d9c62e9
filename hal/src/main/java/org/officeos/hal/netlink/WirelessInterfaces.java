package org.officeos.hal.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.officeos.hal.netlink.FormatException.Reason;

/** Asks for all wireless interfaces, and reads them. Source: linux/nl80211.h. */
public final class WirelessInterfaces {

  private WirelessInterfaces() {}

  /** The request; its answer is a dump. */
  public static NetlinkMessage request(int family, int sequence) {
    return GenericMessage.request(
        family,
        NetlinkMessage.F_DUMP,
        sequence,
        Nl80211.CMD_GET_INTERFACE,
        0,
        new AttributeWriter());
  }

  /**
   * The interfaces of a whole answer, in its order.
   *
   * @throws FormatException such as {@code WRONG_KIND}, {@code ATTRIBUTE_MISSING}, {@code
   *     WRONG_SIZE}
   */
  public static List<WirelessInterface> read(List<NetlinkMessage> parts, int family)
      throws FormatException {
    List<WirelessInterface> all = new ArrayList<>();
    for (NetlinkMessage part : parts) {
      GenericMessage message = GenericMessage.of(part, family);
      if (message.command() != Nl80211.CMD_NEW_INTERFACE) {
        throw new FormatException(Reason.WRONG_KIND, 0);
      }
      all.add(of(message.attributes()));
    }
    return List.copyOf(all);
  }

  static WirelessInterface of(Attributes attributes) throws FormatException {
    return new WirelessInterface(
        attributes.get(Nl80211.ATTR_WIPHY).count(),
        attributes.get(Nl80211.ATTR_WDEV).u64(),
        attributes.u32(Nl80211.ATTR_IFINDEX),
        attributes.text(Nl80211.ATTR_IFNAME, Nl80211.MAX_IFNAME),
        InterfaceType.of(attributes.get(Nl80211.ATTR_IFTYPE).u32()),
        address(attributes.find(Nl80211.ATTR_MAC)),
        ssid(attributes.find(Nl80211.ATTR_SSID)));
  }

  static Optional<HardwareAddress> address(Optional<Attribute> attribute) throws FormatException {
    if (attribute.isEmpty() || attribute.get().length() == 0) {
      return Optional.empty();
    }
    if (attribute.get().length() > HardwareAddress.MAX) {
      throw new FormatException(Reason.WRONG_SIZE, attribute.get().from());
    }
    return Optional.of(HardwareAddress.of(attribute.get().bytes()));
  }

  private static Optional<Ssid> ssid(Optional<Attribute> attribute) throws FormatException {
    if (attribute.isPresent() && attribute.get().length() > Ssid.MAX) {
      throw new FormatException(Reason.WRONG_SIZE, attribute.get().from());
    }
    return attribute.map(found -> Ssid.of(found.bytes()));
  }
}
