package org.officeos.hal.linux;

import java.util.OptionalInt;
import org.officeos.hal.airgap.RadioSwitch;
import org.officeos.hal.guard.GuardAnswer;
import org.officeos.hal.linux.lib.ErrnoException;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.netlink.RfkillEvent;
import org.officeos.hal.netlink.RfkillEvent.Operation;
import org.officeos.hal.netlink.RfkillType;

/**
 * Blocks one radio by software through {@code /dev/rfkill}. There is nothing here that unblocks
 * one, and nothing that touches a Wi-Fi radio. Source: linux/rfkill.h.
 */
final class RfkillBlocker {

  private static final String PREFIX = "rfkill";

  private RfkillBlocker() {}

  /** The name of a switch, as {@code /sys/class/rfkill} has it. */
  static String name(int index) {
    return PREFIX + Integer.toUnsignedString(index);
  }

  static GuardAnswer block(LibC libc, String path, RadioSwitch what) {
    if (what.type() == RfkillType.WLAN
        || what.type() == RfkillType.ALL
        || what.type() == RfkillType.UNKNOWN) {
      return GuardAnswer.refused("switches of type " + what.type().word() + " are not touched");
    }
    int index = Integer.parseUnsignedInt(what.name().substring(PREFIX.length()));
    RfkillEvent request =
        new RfkillEvent(index, what.type(), Operation.CHANGED, true, false, OptionalInt.empty());
    try {
      int fd = libc.open(path, LibC.O_WRONLY | LibC.O_CLOEXEC);
      try {
        libc.write(fd, request.encoded());
      } finally {
        libc.close(fd);
      }
      return GuardAnswer.TAKEN;
    } catch (ErrnoException e) {
      boolean gone = e.errno() == LibC.ENODEV;
      return gone ? GuardAnswer.GONE : GuardAnswer.refused(path + ": " + e.getMessage());
    }
  }
}
