package org.officeos.hal.p2p;

import java.nio.charset.StandardCharsets;

/**
 * How this device names itself on the air, its WPS attributes.
 *
 * @param name WPS device name, 1 to 32 bytes of UTF-8
 * @param primaryType what kind of device this is
 * @param ssidPostfix what follows {@code DIRECT-xy} in the SSID of groups that this device owns, 0
 *     to 22 bytes of UTF-8
 * @param goIntent how much this device wants to own a group when it is asked to connect, 0 to 15
 * @param persistentReconnect whether an invitation to a known persistent group is taken without
 *     asking a person
 */
public record DeviceSettings(
    String name,
    DeviceType primaryType,
    String ssidPostfix,
    int goIntent,
    boolean persistentReconnect) {

  /** Most bytes of a device name. */
  public static final int LONGEST_NAME = 32;

  /** Most bytes of a postfix. */
  public static final int LONGEST_POSTFIX = 22;

  /** The strongest wish to own the group. */
  public static final int HIGHEST_INTENT = 15;

  /** Refuses values out of range. */
  public DeviceSettings {
    int nameBytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (nameBytes == 0 || nameBytes > LONGEST_NAME) {
      throw new IllegalArgumentException("a device name has 1 to 32 bytes");
    }
    if (ssidPostfix.getBytes(StandardCharsets.UTF_8).length > LONGEST_POSTFIX) {
      throw new IllegalArgumentException("a postfix has 22 bytes at most");
    }
    if (goIntent < 0 || goIntent > HIGHEST_INTENT) {
      throw new IllegalArgumentException("an intent is 0 to 15");
    }
  }

  /** A handheld: it never wants to own a group. */
  public static DeviceSettings handheld(String name) {
    return new DeviceSettings(name, DeviceType.PORTABLE_GAMING, "", 0, true);
  }

  /** A laptop: it always wants to own the group. */
  public static DeviceSettings laptop(String name) {
    return new DeviceSettings(name, DeviceType.NOTEBOOK, "-OfficeOS", HIGHEST_INTENT, true);
  }
}
