package org.officeos.hal.netlink;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * What nl80211 tells by itself, in its multicast groups {@code config}, {@code scan} and {@code
 * mlme}. A listener that lost one, told by {@code ENOBUFS}, must ask for all anew.
 */
public sealed interface RadioEvent {

  /** A radio came, or changed its name. */
  record WiphyHere(int wiphy, String name) implements RadioEvent {}

  /** A radio went, such as by suspend on boards that power it off. */
  record WiphyGone(int wiphy, String name) implements RadioEvent {}

  /** An interface came, or changed its type. */
  record InterfaceHere(WirelessInterface what) implements RadioEvent {}

  /** An interface went. */
  record InterfaceGone(WirelessInterface what) implements RadioEvent {}

  /**
   * An interface did something.
   *
   * @param wiphy the radio, where the event tells
   * @param index the network interface, where it has one and the event tells
   * @param wdev the interface's number, where the event tells
   * @param peer the other side's address, where the event tells
   * @param code a status for what was tried (0 is success), a reason for what ended (IEEE Std
   *     802.11-2020, 9.4.1.9 and 9.4.1.7), where the event tells
   */
  record Acted(
      RadioAction action,
      OptionalInt wiphy,
      OptionalInt index,
      OptionalLong wdev,
      Optional<HardwareAddress> peer,
      OptionalInt code)
      implements RadioEvent {}

  /** Something that is not listed here. */
  record Other(int command) implements RadioEvent {}

  /**
   * Reads one.
   *
   * @throws FormatException such as {@code WRONG_KIND}, {@code ATTRIBUTE_MISSING}, {@code
   *     WRONG_SIZE}
   */
  static RadioEvent of(NetlinkMessage message, int family) throws FormatException {
    GenericMessage generic = GenericMessage.of(message, family);
    Attributes attributes = generic.attributes();
    return switch (generic.command()) {
      case Nl80211.CMD_NEW_WIPHY -> new WiphyHere(wiphy(attributes), wiphyName(attributes));
      case Nl80211.CMD_DEL_WIPHY -> new WiphyGone(wiphy(attributes), wiphyName(attributes));
      case Nl80211.CMD_NEW_INTERFACE, Nl80211.CMD_SET_INTERFACE ->
          new InterfaceHere(WirelessInterfaces.of(attributes));
      case Nl80211.CMD_DEL_INTERFACE -> new InterfaceGone(WirelessInterfaces.of(attributes));
      default -> acted(generic);
    };
  }

  private static RadioEvent acted(GenericMessage generic) throws FormatException {
    Optional<RadioAction> action = RadioAction.of(generic.command());
    if (action.isEmpty()) {
      return new Other(generic.command());
    }
    Attributes attributes = generic.attributes();
    Optional<Attribute> wdev = attributes.find(Nl80211.ATTR_WDEV);
    OptionalInt status = attributes.u16(Nl80211.ATTR_STATUS_CODE);
    return new Acted(
        action.get(),
        attributes.u32(Nl80211.ATTR_WIPHY),
        attributes.u32(Nl80211.ATTR_IFINDEX),
        wdev.isPresent() ? OptionalLong.of(wdev.get().u64()) : OptionalLong.empty(),
        WirelessInterfaces.address(attributes.find(Nl80211.ATTR_MAC)),
        status.isPresent() ? status : attributes.u16(Nl80211.ATTR_REASON_CODE));
  }

  private static int wiphy(Attributes attributes) throws FormatException {
    return attributes.get(Nl80211.ATTR_WIPHY).count();
  }

  private static String wiphyName(Attributes attributes) throws FormatException {
    Optional<String> name = attributes.text(Nl80211.ATTR_WIPHY_NAME, Nl80211.MAX_WIPHY_NAME);
    if (name.isEmpty()) {
      throw new FormatException(Reason.ATTRIBUTE_MISSING, 0);
    }
    return name.get();
  }
}
