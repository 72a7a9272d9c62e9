package org.officeos.wpa.probe;

import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;

/** Events as lines. */
final class EventLines {

  private EventLines() {}

  static String of(P2pEvent event) {
    if (event instanceof P2pEvent.GroupStarted started) {
      return "GroupStarted " + of(started.group());
    }
    if (event instanceof P2pEvent.DeviceFound found) {
      return "DeviceFound "
          + found.device().address()
          + " name="
          + found.device().name().replaceAll("[^ -~]", "?")
          + " owner="
          + found.device().isGroupOwner();
    }
    if (event instanceof P2pEvent.StateChanged changed) {
      return "StateChanged "
          + changed.state()
          + changed.reason().map(reason -> " " + reason + ": " + reason.next()).orElse("");
    }
    if (event instanceof P2pEvent.ProvisionDiscovery discovery && discovery.pin().isPresent()) {
      return "ProvisionDiscovery "
          + discovery.peer()
          + " "
          + discovery.method()
          + " pin="
          + discovery.pin().get().digits();
    }
    return event.toString();
  }

  static String of(P2pGroup group) {
    return "interface="
        + group.interfaceName()
        + " role="
        + group.role()
        + " ssid="
        + group.ssid().replaceAll("[^ -~]", "?")
        + " freq="
        + group.frequency().megahertz()
        + " owner="
        + group.ownerAddress()
        + " persistent="
        + group.persistent()
        + group
            .addresses()
            .map(a -> " ip=" + a.own() + " mask=" + a.mask() + " go=" + a.owner())
            .orElse(" ip=none");
  }
}
