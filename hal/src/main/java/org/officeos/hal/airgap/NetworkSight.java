package org.officeos.hal.airgap;

import java.util.List;
import org.officeos.hal.netlink.Forwarding;
import org.officeos.hal.netlink.IpRoute;
import org.officeos.hal.netlink.LinkAddress;
import org.officeos.hal.netlink.WirelessInterface;

/**
 * The part of a machine that can change and be shut within milliseconds, as it stands now. What is
 * not in here is not there: a group's interface whose radio is missing is nobody's.
 *
 * @param links all network interfaces
 * @param radios all Wi-Fi radios
 * @param wireless their interfaces, those without a network interface too
 * @param addresses of both families
 * @param routes of both families, in all tables
 * @param switches the radio switches
 * @param forwarding whether packets are passed on, by family and interface
 */
public record NetworkSight(
    List<NetworkLink> links,
    List<Radio> radios,
    List<WirelessInterface> wireless,
    List<LinkAddress> addresses,
    List<IpRoute> routes,
    List<RadioSwitch> switches,
    List<Forwarding> forwarding) {

  /** A machine that has nothing. */
  public static final NetworkSight EMPTY =
      new NetworkSight(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /** Keeps copies. */
  public NetworkSight {
    links = List.copyOf(links);
    radios = List.copyOf(radios);
    wireless = List.copyOf(wireless);
    addresses = List.copyOf(addresses);
    routes = List.copyOf(routes);
    switches = List.copyOf(switches);
    forwarding = List.copyOf(forwarding);
  }
}
