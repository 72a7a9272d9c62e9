package org.officeos.hal.airgap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.officeos.hal.netlink.InterfaceType;
import org.officeos.hal.netlink.LinkAddress;
import org.officeos.hal.netlink.WirelessInterface;

/**
 * Links and radio interfaces brought together. The group's interface is told by what nl80211 says
 * it is, on a radio that is there; its name means nothing.
 */
final class Gathered {

  static final String CARRIES = "a station that can carry traffic";
  static final String SECOND_GROUP = "a second group's interface";

  /** {@code DIRECT-} in hexadecimal: how the name of every group begins. */
  private static final String GROUP_NAME = "4449524543542d";

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

  /** Whether there is an older group's interface that is up; the kernel numbers them in turn. */
  boolean isSecondGroup(int index) {
    long own = wireless(index).map(WirelessInterface::wdev).orElse(0L);
    return groups.stream()
        .filter(each -> each != index && isUp(each))
        .flatMap(each -> wireless(each).stream())
        .anyMatch(each -> each.wdev() < own);
  }

  private boolean isUp(int index) {
    NetworkLink link = links.get(index);
    return link != null && link.up();
  }

  /** What is wrong with the network that it is in, if it is in one and may not be. */
  static Optional<String> wrongNetwork(WirelessInterface each) {
    boolean named = each.ssid().filter(ssid -> !ssid.hex().isEmpty()).isPresent();
    boolean group = each.ssid().filter(ssid -> ssid.hex().startsWith(GROUP_NAME)).isPresent();
    if (each.type() == InterfaceType.STATION && named) {
      return Optional.of("a station of a network");
    }
    return each.type() == InterfaceType.P2P_CLIENT && named && !group
        ? Optional.of("in a network whose name is no group's")
        : Optional.empty();
  }

  /** Whether its interface may have an address, and one of this family. */
  boolean mayHave(LinkAddress address) {
    int index = address.index();
    return isLoopback(index) || (isGroup(index) && !address.prefix().isIpv6());
  }

  /** What an interface is, for people. */
  String what(NetworkLink link) {
    return wireless(link.index())
        .map(
            each ->
                each.type().word()
                    + radio(each.wiphy())
                        .map(radio -> " of " + radio.name() + ", driver " + radio.driver())
                        .orElse(" of a radio that is not there"))
        .or(() -> link.kind().map(kind -> "kind " + kind))
        .orElseGet(() -> "hardware on bus " + link.bus());
  }

  /** A radio interface's type, for people. */
  static String type(InterfaceType type) {
    return "type " + type.word();
  }

  /** Its name, or its number where no link has that. */
  String name(int index) {
    NetworkLink link = links.get(index);
    return link == null ? "interface " + index : link.name();
  }
}
