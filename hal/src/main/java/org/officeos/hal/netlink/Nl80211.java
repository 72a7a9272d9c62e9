package org.officeos.hal.netlink;

/**
 * Numbers of nl80211 that are used here, and no others: there is no command in this list that
 * connects, associates, authenticates, joins or starts anything. Source: linux/nl80211.h.
 */
final class Nl80211 {

  static final int CMD_GET_WIPHY = 1;
  static final int CMD_NEW_WIPHY = 3;
  static final int CMD_DEL_WIPHY = 4;
  static final int CMD_GET_INTERFACE = 5;
  static final int CMD_SET_INTERFACE = 6;
  static final int CMD_NEW_INTERFACE = 7;
  static final int CMD_DEL_INTERFACE = 8;
  static final int CMD_GET_WOWLAN = 73;

  static final int ATTR_WIPHY = 1;
  static final int ATTR_WIPHY_NAME = 2;
  static final int ATTR_IFINDEX = 3;
  static final int ATTR_IFNAME = 4;
  static final int ATTR_IFTYPE = 5;
  static final int ATTR_MAC = 6;
  static final int ATTR_SUPPORTED_IFTYPES = 32;
  static final int ATTR_SUPPORTED_COMMANDS = 50;
  static final int ATTR_SSID = 52;
  static final int ATTR_REASON_CODE = 54;
  static final int ATTR_STATUS_CODE = 72;
  static final int ATTR_WOWLAN_TRIGGERS = 117;
  static final int ATTR_INTERFACE_COMBINATIONS = 120;
  static final int ATTR_SOFTWARE_IFTYPES = 121;
  static final int ATTR_WDEV = 153;
  static final int ATTR_SPLIT_WIPHY_DUMP = 174;

  static final int COMBINATION_LIMITS = 1;
  static final int COMBINATION_MAX = 2;
  static final int COMBINATION_CHANNELS = 4;
  static final int LIMIT_MAX = 1;
  static final int LIMIT_TYPES = 2;

  /** Longest name of a radio; the kernel allows 64 bytes. */
  static final int MAX_WIPHY_NAME = 64;

  /** Longest name of a network interface, without its zero byte. */
  static final int MAX_IFNAME = 15;

  private Nl80211() {}
}
