package org.officeos.hal.airgap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.officeos.hal.netlink.Forwarding;
import org.officeos.hal.netlink.InterfaceType;
import org.officeos.hal.netlink.LinkAddress;
import org.officeos.hal.netlink.RfkillType;
import org.officeos.hal.netlink.WirelessInterface;

/**
 * What of a machine's network has to be shut at once, by the same rules that the audit judges by.
 * Pure.
 *
 * <table>
 * <caption>What may stay</caption>
 * <tr><th>thing</th><th>stays</th></tr>
 * <tr><td>interface that is up</td><td>loopback; the one P2P-client of a radio that is there, in
 * no network or in one with a group's name; where the driver has no P2P-device, the station
 * interface that is in no network and cannot carry traffic</td></tr>
 * <tr><td>interface that is down</td><td>any</td></tr>
 * <tr><td>address</td><td>on loopback; IPv4 on the P2P-client</td></tr>
 * <tr><td>route</td><td>on loopback; to the P2P-client's own network; to nowhere; those of the
 * table of the machine's own addresses</td></tr>
 * <tr><td>radio of another kind</td><td>blocked ones</td></tr>
 * <tr><td>forwarding</td><td>of loopback</td></tr>
 * </table>
 */
public final class Openings {

  private Openings() {}

  /** All there are, interfaces first: an interface that is shut often takes the rest with it. */
  public static List<Opening> of(NetworkSight sight) {
    Gathered all = new Gathered(sight.links(), sight.radios(), sight.wireless());
    List<Opening> found = new ArrayList<>();
    sight.links().forEach(each -> link(each, all).ifPresent(found::add));
    sight.wireless().forEach(each -> wireless(each).ifPresent(found::add));
    found.addAll(switches(sight.switches()));
    found.addAll(RouteChecks.openings(sight.routes(), sight.addresses(), all));
    sight.addresses().forEach(each -> address(each, all).ifPresent(found::add));
    sight.forwarding().forEach(each -> forwarding(each, all).ifPresent(found::add));
    return List.copyOf(found);
  }

  /** The group's interfaces that are up: open, where the packet filter cannot be had. */
  public static List<Opening.OfLink> unfiltered(NetworkSight sight) {
    return groups(sight).stream()
        .map(each -> new Opening.OfLink(LeakVector.BASE_CHAIN, each, "up without a packet filter"))
        .toList();
  }

  /** The interfaces of groups, those that are up. */
  public static List<NetworkLink> groups(NetworkSight sight) {
    Gathered all = new Gathered(sight.links(), sight.radios(), sight.wireless());
    return sight.links().stream().filter(each -> each.up() && all.isGroup(each.index())).toList();
  }

  /** Why an interface may not be up, if it is and may not. */
  private static Optional<Opening> link(NetworkLink link, Gathered all) {
    if (!link.up() || link.isLoopback()) {
      return Optional.empty();
    }
    Optional<String> joined = all.wireless(link.index()).flatMap(Gathered::wrongNetwork);
    if (joined.isPresent()) {
      return Optional.of(new Opening.OfLink(LeakVector.ASSOCIATED, link, joined.get()));
    }
    if (all.isGroup(link.index())) {
      return all.isSecondGroup(link.index())
          ? Optional.of(new Opening.OfLink(LeakVector.WRONG_MODE, link, Gathered.SECOND_GROUP))
          : Optional.empty();
    }
    if (!all.isForDiscovery(link.index())) {
      return Optional.of(new Opening.OfLink(LeakVector.LINK_UP, link, "up; " + all.what(link)));
    }
    return link.running()
        ? Optional.of(new Opening.OfLink(LeakVector.ASSOCIATED, link, Gathered.CARRIES))
        : Optional.empty();
  }

  private static Optional<Opening> wireless(WirelessInterface each) {
    boolean stays =
        each.type() == InterfaceType.STATION
            || AirgapSettings.USUAL.modes().contains(each.type())
            || each.index().isPresent();
    return stays
        ? Optional.empty()
        : Optional.of(
            new Opening.OfWireless(LeakVector.WRONG_MODE, each, Gathered.type(each.type())));
  }

  private static Optional<Opening> address(LinkAddress address, Gathered all) {
    if (all.mayHave(address)) {
      return Optional.empty();
    }
    boolean six = address.prefix().isIpv6();
    return Optional.of(
        new Opening.OfAddress(
            six ? LeakVector.IPV6 : LeakVector.LINK_UP,
            address,
            all.name(address.index()),
            "has the address " + address.prefix()));
  }

  /**
   * As the audit judges it: of IPv4, what was written for all counts by what it made of each; of
   * IPv6, it decides for all interfaces whatever their own say.
   */
  private static Optional<Opening> forwarding(Forwarding each, Gathered all) {
    boolean ofAll = each.index() == Forwarding.ALL;
    if (!each.on() || (ofAll && !each.ipv6()) || all.isLoopback(each.index())) {
      return Optional.empty();
    }
    boolean named = ofAll || each.index() == Forwarding.DEFAULT;
    String name = named ? (ofAll ? "all" : "default") : all.name(each.index());
    String subject = "net/ipv" + (each.ipv6() ? 6 : 4) + "/conf/" + name + "/forwarding";
    return Optional.of(new Opening.OfForwarding(LeakVector.FORWARDING, each, subject, "1"));
  }

  /** Radios of other kinds that are on. */
  static List<Opening.OfSwitch> switches(List<RadioSwitch> switches) {
    List<Opening.OfSwitch> found = new ArrayList<>();
    for (RadioSwitch each : switches) {
      boolean bluetooth = each.type() == RfkillType.BLUETOOTH;
      if (!each.blocked() && (bluetooth || HardwareChecks.OTHERS.contains(each.type()))) {
        LeakVector vector = bluetooth ? LeakVector.BLUETOOTH : LeakVector.OTHER_RADIO;
        found.add(
            new Opening.OfSwitch(vector, each, "of type " + each.type().word() + ", not blocked"));
      }
    }
    return found;
  }

  /** Interfaces that have an address they may not have. */
  static Set<Integer> addressed(List<LinkAddress> addresses, Gathered all) {
    return addresses.stream()
        .filter(each -> !all.mayHave(each))
        .map(LinkAddress::index)
        .collect(Collectors.toSet());
  }
}
