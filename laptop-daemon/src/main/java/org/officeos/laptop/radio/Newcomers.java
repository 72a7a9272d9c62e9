package org.officeos.laptop.radio;

import java.util.HashSet;
import java.util.Set;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;

/**
 * Who came in by a button while a pairing window was open, and so got the group's key: those who
 * asked for it by provision discovery and then joined. Who comes back by the key asks for nothing.
 */
final class Newcomers {

  private final Set<MacAddress> asking = new HashSet<>();
  private final Set<MacAddress> in = new HashSet<>();
  private boolean open;

  /** A window was opened: those of the last one are settled. */
  void open() {
    if (!open) {
      asking.clear();
      in.clear();
    }
    open = true;
  }

  void onEvent(P2pEvent event) {
    if (!open) {
      return;
    }
    if (event instanceof P2pEvent.ProvisionDiscovery asked && asked.request()) {
      asking.add(asked.peer());
    } else if (event instanceof P2pEvent.ClientJoined joined && asking.contains(joined.client())) {
      in.add(joined.client());
    }
  }

  /** The window was closed; who came in by it. */
  Set<MacAddress> close() {
    Set<MacAddress> came = Set.copyOf(in);
    open = false;
    asking.clear();
    in.clear();
    return came;
  }
}
