package org.officeos.hal.netlink;

/**
 * Asks whether a radio is told to listen while the device sleeps, and to wake it. Source:
 * NL80211_CMD_GET_WOWLAN in linux/nl80211.h.
 */
public final class WakeTriggers {

  private WakeTriggers() {}

  /**
   * The question about one radio; a driver that cannot do such a thing refuses it with {@code
   * EOPNOTSUPP}.
   *
   * @param wiphy the radio's number
   */
  public static NetlinkMessage request(int family, int wiphy, int sequence) {
    return GenericMessage.request(
        family,
        NetlinkMessage.F_ACK,
        sequence,
        Nl80211.CMD_GET_WOWLAN,
        0,
        new AttributeWriter().u32(Nl80211.ATTR_WIPHY, wiphy));
  }

  /**
   * Whether anything is set: the answer has a list of triggers then, and nothing otherwise.
   *
   * @throws FormatException {@code WRONG_KIND}, {@code WRONG_SIZE}, or one of the attributes'
   */
  public static boolean areSet(NetlinkMessage answer, int family) throws FormatException {
    GenericMessage message = GenericMessage.of(answer, family);
    if (message.command() != Nl80211.CMD_GET_WOWLAN) {
      throw new FormatException(FormatException.Reason.WRONG_KIND, 0);
    }
    return message.attributes().find(Nl80211.ATTR_WOWLAN_TRIGGERS).isPresent();
  }
}
