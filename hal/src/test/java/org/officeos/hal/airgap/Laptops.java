package org.officeos.hal.airgap;

import static org.officeos.hal.airgap.Handhelds.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.officeos.hal.netlink.FilterChain;
import org.officeos.hal.netlink.FilterChain.Family;
import org.officeos.hal.netlink.FilterChain.Hook;
import org.officeos.hal.netlink.FilterRule;
import org.officeos.hal.netlink.FilterStep.Source;
import org.officeos.hal.netlink.InterfaceType;
import org.officeos.hal.netlink.IpPrefix;
import org.officeos.hal.netlink.WirelessInterface;

/** A laptop with a group that stands, its own Wi-Fi, and docker. */
final class Laptops {

  static final String TABLE = "officeos_laptop";
  static final String GROUP_HEX = "03000000";
  private static final String OWN = "c0a83101";
  private static final String PORT = "b7fc";

  private Laptops() {}

  static Snapshot withFence() {
    List<FilterChain> chains = new ArrayList<>(docker());
    chains.add(chain("in", Hook.PREROUTING));
    chains.add(chain("out", Hook.OUTPUT));
    chains.add(chain("through", Hook.FORWARD));
    return bare().with(Part.CHAINS, read(chains)).with(Part.FILTER, read(fence()));
  }

  /** Docker's own, and nothing of ours. */
  static Snapshot bare() {
    return Snapshot.EMPTY
        .with(
            Part.LINKS,
            read(
                List.of(
                    Handhelds.lo(),
                    Handhelds.hardware(2, "wlan0", true, NetworkLink.Bus.PCI),
                    Handhelds.group(),
                    Handhelds.made(4, "docker0", "bridge"))))
        .with(Part.RADIOS, read(List.of(Handhelds.radio(true))))
        .with(Part.WIRELESS, read(List.of(Handhelds.station("home"), owner())))
        .with(
            Part.ADDRESSES,
            read(
                List.of(
                    Handhelds.address(2, "0a070001", 24),
                    Handhelds.address(Handhelds.GROUP, OWN, 24))))
        .with(Part.SYSCTLS, read(sysctls()))
        .with(Part.CHAINS, read(docker()))
        .with(Part.FILTER, read(FilterContent.NONE))
        .with(
            Part.SOCKETS,
            read(
                List.of(
                    tcp("0.0.0.0", 22, "sshd"),
                    tcp("127.0.0.1", 631, "cupsd"),
                    tcp("192.168.49.1", 47100, "java"))))
        .with(Part.PROGRAMS, read(List.of(new RunningProgram(7, "dnsmasq"))))
        .with(Part.DAEMON, read(daemon()));
  }

  static WirelessInterface owner() {
    return new WirelessInterface(
        0,
        3,
        OptionalInt.of(Handhelds.GROUP),
        Optional.of(Handhelds.GROUP_NAME),
        InterfaceType.P2P_GO,
        Optional.empty(),
        Optional.empty());
  }

  static DaemonFacts daemon(DaemonFacts.Target... targets) {
    return new DaemonFacts(
        true,
        47100,
        List.of(targets),
        List.of(
            new DaemonFacts.Kept("state folder", "/s", DaemonFacts.State.THERE, 0700, 0700),
            new DaemonFacts.Kept("control socket", "/s/c", DaemonFacts.State.NOT_YET, 0, 0600)));
  }

  static DaemonFacts.Target target(String hex, int port) {
    return new DaemonFacts.Target(
        "image.url", "x", Optional.of(new IpPrefix(hex, hex.length() * 4)), port);
  }

  static Map<String, String> sysctls() {
    Map<String, String> values = new HashMap<>();
    for (String device : Set.of("all", "default", "lo", "wlan0", Handhelds.GROUP_NAME, "docker0")) {
      for (String tree : List.of("net/ipv4/conf/", "net/ipv6/conf/")) {
        values.put(tree + device + "/forwarding", "1");
      }
      values.put("net/ipv4/conf/" + device + "/route_localnet", "0");
      values.put("net/ipv4/conf/" + device + "/proxy_arp", "0");
      values.put("net/ipv4/conf/" + device + "/arp_ignore", "0");
    }
    return values;
  }

  static OpenSocket tcp(String local, int port, String owner) {
    return new OpenSocket(OpenSocket.Kind.TCP, local, port, 0, Optional.of(owner));
  }

  private static List<FilterChain> docker() {
    return List.of(
        new FilterChain(Family.IP, "filter", "FORWARD", "filter", Hook.FORWARD, false, List.of()),
        new FilterChain(Family.IP, "nat", "POST", "nat", Hook.POSTROUTING, false, List.of()));
  }

  private static FilterChain chain(String name, Hook hook) {
    return new FilterChain(Family.INET, TABLE, name, "filter", hook, false, List.of());
  }

  /** What {@code LaptopFence} loads, as the kernel tells it. */
  static FilterContent fence(FilterRule... first) {
    List<FilterRule> rules = new ArrayList<>(List.of(first));
    rules.add(
        rule("in", 11, session(Source.IN_INDEX, Source.TO_ADDRESS, Source.TO_PORT), Rules.ACCEPT));
    rules.add(drop("in", 12, Source.IN_INDEX));
    rules.add(
        rule(
            "out",
            13,
            session(Source.OUT_INDEX, Source.FROM_ADDRESS, Source.FROM_PORT),
            Rules.ACCEPT));
    rules.add(drop("out", 14, Source.OUT_INDEX));
    rules.add(drop("through", 15, Source.IN_INDEX));
    rules.add(drop("through", 16, Source.OUT_INDEX));
    return new FilterContent(rules, List.of());
  }

  private static Object session(Source link, Source address, Source port) {
    return Rules.steps(
        Rules.eq(link, GROUP_HEX), Rules.eq(address, OWN), Rules.tcp(), Rules.eq(port, PORT));
  }

  static FilterRule drop(String chain, long handle, Source link) {
    return rule(
        chain,
        handle,
        Rules.eq(link, GROUP_HEX),
        new org.officeos.hal.netlink.FilterStep.Counter(1, 40),
        Rules.DROP);
  }

  static FilterRule rule(String chain, long handle, Object... steps) {
    return new FilterRule(Family.INET, TABLE, chain, handle, Rules.steps(steps));
  }
}
