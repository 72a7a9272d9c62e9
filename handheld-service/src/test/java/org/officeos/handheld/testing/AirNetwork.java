package org.officeos.handheld.testing;

import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.hal.p2p.testing.FakeGroupNetwork;

/** Lets a fake kernel have the interfaces of the groups that a fake radio is in. */
public final class AirNetwork {

  private AirNetwork() {}

  /** From now on; before anybody else listens, as a kernel is ahead of its events. */
  public static <T extends WifiP2p> T follow(T wifi, FakeGroupNetwork network) {
    wifi.subscribe(
        event -> {
          if (event instanceof P2pEvent.GroupStarted started) {
            network.groupBegins(started.group().interfaceName());
          } else if (event instanceof P2pEvent.GroupRemoved removed) {
            network.gone(removed.interfaceName());
          }
        });
    return wifi;
  }
}
