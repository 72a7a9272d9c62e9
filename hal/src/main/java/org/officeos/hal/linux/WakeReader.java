package org.officeos.hal.linux;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.officeos.hal.linux.NetlinkException.Reason;
import org.officeos.hal.linux.lib.LibC;
import org.officeos.hal.netlink.FormatException;
import org.officeos.hal.netlink.KernelRefusal;
import org.officeos.hal.netlink.NetlinkMessage;
import org.officeos.hal.netlink.WakeTriggers;
import org.officeos.hal.netlink.Wiphy;

/** Tells which radios listen while the device sleeps. Needs no rights. */
final class WakeReader {

  private static final int GENERIC = 16;
  private static final Duration WITHIN = Duration.ofSeconds(5);

  private final LibC libc;
  private final LongSupplier nanos;

  WakeReader(LibC libc, LongSupplier nanos) {
    this.libc = libc;
    this.nanos = nanos;
  }

  /** The names of those of these radios that are told to. */
  List<String> waking(List<Wiphy> radios) throws NetlinkException {
    List<String> waking = new ArrayList<>();
    if (radios.isEmpty()) {
      return waking;
    }
    try (NetlinkSocket socket = NetlinkSocket.open(libc, GENERIC, nanos)) {
      int family = RadioReader.family(socket, "nl80211").id();
      for (Wiphy radio : radios) {
        if (wakes(socket, family, radio.index())) {
          waking.add(radio.name());
        }
      }
    }
    return List.copyOf(waking);
  }

  private static boolean wakes(NetlinkSocket socket, int family, int radio)
      throws NetlinkException {
    try {
      for (NetlinkMessage each :
          socket.question(n -> WakeTriggers.request(family, radio, n), WITHIN)) {
        if (WakeTriggers.areSet(each, family)) {
          return true;
        }
      }
      return false;
    } catch (FormatException e) {
      throw new NetlinkException(Reason.MALFORMED, "of nl80211", e);
    } catch (NetlinkException e) {
      if (e.refusal().filter(no -> no.errno() == KernelRefusal.EOPNOTSUPP).isPresent()) {
        return false;
      }
      throw e;
    }
  }
}
