package org.officeos.hal.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.officeos.hal.airgap.NetworkLink;
import org.officeos.hal.airgap.NetworkSight;
import org.officeos.hal.airgap.Radio;
import org.officeos.hal.airgap.RadioSwitch;
import org.officeos.hal.netlink.Forwarding;
import org.officeos.hal.netlink.InterfaceType;
import org.officeos.hal.netlink.IpRoute;
import org.officeos.hal.netlink.LinkAddress;
import org.officeos.hal.netlink.RouteEntry;
import org.officeos.hal.netlink.WirelessInterface;

/** The network as the guard knows it: the last look, and what was told since. */
final class Picture {

  private final Map<Integer, NetworkLink> links = new LinkedHashMap<>();
  private final Set<LinkAddress> addresses = new LinkedHashSet<>();
  private final Set<RouteEntry> routes = new LinkedHashSet<>();
  private final Map<String, RadioSwitch> switches = new LinkedHashMap<>();
  private final Set<Forwarding> forwarding = new LinkedHashSet<>();
  private final Set<Integer> unsure = new HashSet<>();
  private List<Radio> radios = List.of();
  private List<WirelessInterface> wireless = List.of();

  /** What came up since the last look at the radios may be a radio's interface of any type. */
  void put(NetworkLink link) {
    NetworkLink before = links.put(link.index(), link);
    boolean rose = link.up() && (before == null || !before.up());
    if (rose && link.kind().isEmpty() && !link.isLoopback() && !isStation(link.index())) {
      unsure.add(link.index());
    } else if (!link.up()) {
      unsure.remove(link.index());
    }
  }

  /**
   * Whether it was, at the last look, a station interface that its radio does not need for finding
   * devices: nothing that it can have become since is worth waiting for.
   */
  private boolean isStation(int index) {
    return wireless.stream()
        .filter(each -> each.type() == InterfaceType.STATION)
        .filter(each -> each.index().orElse(0) == index)
        .anyMatch(
            each ->
                radios.stream()
                    .anyMatch(radio -> radio.index() == each.wiphy() && radio.hasP2pDevice()));
  }

  void removeLink(int index) {
    links.remove(index);
    unsure.remove(index);
    addresses.removeIf(each -> each.index() == index);
    routes.removeIf(each -> each.route().index().orElse(0) == index);
    forwarding.removeIf(each -> each.index() == index);
  }

  void put(LinkAddress address) {
    addresses.add(address);
  }

  void remove(LinkAddress address) {
    addresses.remove(address);
  }

  void put(RouteEntry route) {
    routes.add(route);
  }

  void remove(RouteEntry route) {
    routes.remove(route);
  }

  void put(Forwarding what) {
    forwarding.remove(new Forwarding(what.ipv6(), what.index(), !what.on()));
    forwarding.add(what);
  }

  void put(RadioSwitch what) {
    switches.put(what.name(), what);
  }

  void removeSwitch(String name) {
    switches.remove(name);
  }

  void seen(GuardEvent.RadiosSeen seen) {
    radios = seen.radios();
    wireless = seen.wireless();
    unsure.clear();
  }

  void seen(GuardEvent.NetworkSeen seen) {
    Set<Integer> unsureBefore = Set.copyOf(unsure);
    links.clear();
    seen.links().forEach(each -> links.put(each.index(), each));
    unsure.clear();
    unsureBefore.stream().filter(links::containsKey).forEach(unsure::add);
    addresses.clear();
    addresses.addAll(seen.addresses());
    routes.clear();
    routes.addAll(seen.routes());
    forwarding.clear();
    forwarding.addAll(seen.forwarding());
  }

  /** Whether it has to be looked at before anything can be said of this interface. */
  boolean isUnsure(int index) {
    return unsure.contains(index);
  }

  /** Those of the kernel's routes that look like this one. */
  List<RouteEntry> entries(IpRoute route) {
    return routes.stream().filter(each -> each.route().equals(route)).toList();
  }

  NetworkSight sight() {
    return new NetworkSight(
        new ArrayList<>(links.values()),
        radios,
        wireless,
        new ArrayList<>(addresses),
        routes.stream().map(RouteEntry::route).distinct().toList(),
        new ArrayList<>(switches.values()),
        new ArrayList<>(forwarding));
  }
}
