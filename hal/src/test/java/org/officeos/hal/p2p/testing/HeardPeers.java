package org.officeos.hal.p2p.testing;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pDevice;

/** Whom a radio has heard, and what of it its search has told already. */
final class HeardPeers {

  private final Map<MacAddress, P2pDevice> known = new LinkedHashMap<>();
  private final Set<MacAddress> reported = new HashSet<>();

  /** A search begins: all are told of once more. */
  void tellAgain() {
    reported.clear();
  }

  /** Notes the device; whether that is news. */
  boolean isNews(P2pDevice device) {
    P2pDevice before = known.put(device.address(), device);
    return reported.add(device.address()) || !device.equals(before);
  }

  boolean knows(MacAddress peer) {
    return known.containsKey(peer);
  }

  void forget(MacAddress peer) {
    known.remove(peer);
  }

  List<P2pDevice> list() {
    return List.copyOf(known.values());
  }
}
