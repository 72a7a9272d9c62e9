package org.officeos.hal.airgap;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.officeos.hal.netlink.IpPrefix;

/** Addresses that no service of a person's has; those of clouds' own services among them. */
enum SpecialAddress {
  LOOPBACK("", new IpPrefix("7f000000", 8), new IpPrefix("0".repeat(31) + "1", 128)),
  METADATA(
      "is a cloud's metadata service",
      new IpPrefix("a9fea9fe", 32),
      new IpPrefix("64646cc8", 32),
      new IpPrefix("a83f8110", 32),
      new IpPrefix("c00000c0", 32),
      new IpPrefix("fd000ec2" + "0".repeat(20) + "0254", 128)),
  LINK_LOCAL(
      "is a link-local address",
      new IpPrefix("a9fe0000", 16),
      new IpPrefix("fe80" + "0".repeat(28), 10)),
  MULTICAST(
      "is a multicast or broadcast address",
      new IpPrefix("e0000000", 4),
      new IpPrefix("ffffffff", 32),
      new IpPrefix("ff" + "0".repeat(30), 8)),
  NO_ADDRESS(
      "is no address of a machine", new IpPrefix("00000000", 8), new IpPrefix("0".repeat(32), 128));

  private final String text;
  private final List<IpPrefix> networks;

  SpecialAddress(String text, IpPrefix... networks) {
    this.text = text;
    this.networks = List.of(networks);
  }

  /** The first that it is and may not be. */
  static Optional<SpecialAddress> of(IpPrefix address) {
    return Stream.of(values()).filter(each -> each != LOOPBACK && each.has(address)).findFirst();
  }

  boolean has(IpPrefix address) {
    return networks.stream().anyMatch(each -> each.covers(address));
  }

  String text() {
    return text;
  }
}
