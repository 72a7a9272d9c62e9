package org.officeos.hal.linux;

import java.util.Optional;
import org.officeos.hal.netlink.RfkillType;

/**
 * A radio switch as {@code /sys/class/rfkill} shows it.
 *
 * @param name the kernel's directory, such as {@code rfkill0}
 * @param type what it switches
 * @param phy the Wi-Fi radio it belongs to; a switch of the whole machine, such as a key, has none
 * @param soft whether software blocks the radio
 * @param hard whether a switch, a key or the firmware blocks it
 */
public record RfkillSwitch(
    String name, RfkillType type, Optional<String> phy, boolean soft, boolean hard) {

  /** Whether it can block this Wi-Fi radio: the radio's own, or one of the whole machine. */
  public boolean concerns(String radio) {
    boolean wifi = type == RfkillType.WLAN || type == RfkillType.ALL;
    return wifi && phy.map(radio::equals).orElse(true);
  }
}
