package org.officeos.hal.airgap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.officeos.hal.netlink.InterfaceType;
import org.officeos.hal.netlink.WirelessInterface;

/**
 * Links and radio interfaces brought together. The group's interface is told by what nl80211 says
 * it is, on a radio that is there; its name means nothing.
 */
final class Gathered {

  private final Map<Integer, Radio> radios = new HashMap<>();
  private final Map<Integer, WirelessInterface> wireless = new HashMap<>();
  private final Map<Integer, NetworkLink> links = new HashMap<>();
  private final Set<Integer> groups = new HashSet<>();

  Gathered(List<NetworkLink> all, List<Radio> radios, List<WirelessInterface> wireless) {
    radios.forEach(each -> this.radios.put(each.index(), each));
    all.forEach(each -> links.put(each.index(), each));
    for (WirelessInterface each : wireless) {
      if (each.index().isPresent()) {
        this.wireless.put(each.index().getAsInt(), each);
        boolean onRadio = this.radios.containsKey(each.wiphy());
        if (each.type() == InterfaceType.P2P_CLIENT && onRadio) {
          groups.add(each.index().getAsInt());
        }
      }
    }
  }

  static Gathered from(Sheet sheet) {
    return new Gathered(sheet.list(Part.LINKS), sheet.list(Part.RADIOS), sheet.list(Part.WIRELESS));
  }

  boolean isGroup(int index) {
    return groups.contains(index);
  }

  boolean isLoopback(int index) {
    NetworkLink link = links.get(index);
    return link != null && link.isLoopback();
  }

  Optional<WirelessInterface> wireless(int index) {
    return Optional.ofNullable(wireless.get(index));
  }

  Optional<Radio> radio(int wiphy) {
    return Optional.ofNullable(radios.get(wiphy));
  }

  /** Whether it is a station interface that the radio needs for finding devices. */
  boolean isForDiscovery(int index) {
    return wireless(index)
        .filter(each -> each.type() == InterfaceType.STATION)
        .flatMap(each -> radio(each.wiphy()))
        .filter(radio -> !radio.hasP2pDevice())
        .isPresent();
  }

  /** Its name, or its number where no link has that. */
  String name(int index) {
    NetworkLink link = links.get(index);
    return link == null ? "interface " + index : link.name();
  }
}
