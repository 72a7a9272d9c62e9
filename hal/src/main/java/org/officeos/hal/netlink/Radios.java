package org.officeos.hal.netlink;

import java.util.List;

/**
 * All Wi-Fi radios of this network namespace, and their interfaces.
 *
 * @param radios by index
 * @param interfaces in the kernel's order
 */
public record Radios(List<Wiphy> radios, List<WirelessInterface> interfaces) {

  /** Keeps copies. */
  public Radios {
    radios = List.copyOf(radios);
    interfaces = List.copyOf(interfaces);
  }

  /** The interfaces of one radio. */
  public List<WirelessInterface> of(Wiphy radio) {
    return interfaces.stream().filter(each -> each.wiphy() == radio.index()).toList();
  }
}
