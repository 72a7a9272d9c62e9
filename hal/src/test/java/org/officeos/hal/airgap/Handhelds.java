package org.officeos.hal.airgap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.officeos.hal.netlink.FilterChain;
import org.officeos.hal.netlink.FilterChain.Family;
import org.officeos.hal.netlink.FilterChain.Hook;
import org.officeos.hal.netlink.InterfaceType;
import org.officeos.hal.netlink.IpPrefix;
import org.officeos.hal.netlink.IpRoute;
import org.officeos.hal.netlink.LinkAddress;
import org.officeos.hal.netlink.Qdisc;
import org.officeos.hal.netlink.RfkillType;
import org.officeos.hal.netlink.RoutingRule;
import org.officeos.hal.netlink.Ssid;
import org.officeos.hal.netlink.WirelessInterface;

/** Handhelds as they are meant to be, in a group and not. */
final class Handhelds {

  static final int LO = 1;
  static final int WLAN0 = 2;
  static final int GROUP = 3;
  static final String GROUP_NAME = "p2p-wlan0-0";
  private static final String SOURCE = "test";

  private Handhelds() {}

  /** In a group, its driver with P2P-device: nothing is up but loopback and the group. */
  static Snapshot inGroup() {
    return common(new KernelRelease(6, 1))
        .with(Part.LINKS, read(List.of(lo(), wlan0(false), group())))
        .with(Part.RADIOS, read(List.of(radio(true))))
        .with(
            Part.WIRELESS,
            read(
                List.of(
                    station(""),
                    new WirelessInterface(
                        0,
                        2,
                        OptionalInt.empty(),
                        Optional.empty(),
                        InterfaceType.P2P_DEVICE,
                        Optional.empty(),
                        Optional.empty()),
                    client(GROUP, GROUP_NAME, "DIRECT-ab"))))
        .with(Part.CHAINS, read(chains(GROUP_NAME)));
  }

  /** In a group, its driver without P2P-device: the station interface is up for discovery. */
  static Snapshot inGroupWithoutP2pDevice() {
    return common(new KernelRelease(6, 1))
        .with(Part.LINKS, read(List.of(lo(), wlan0(true), group())))
        .with(Part.RADIOS, read(List.of(radio(false))))
        .with(Part.WIRELESS, read(List.of(station(""), client(GROUP, GROUP_NAME, "DIRECT-ab"))))
        .with(Part.CHAINS, read(chains("wlan0", GROUP_NAME)));
  }

  /** No group, with P2P-device: only loopback is up. */
  static Snapshot idle() {
    return common(new KernelRelease(4, 9))
        .with(Part.LINKS, read(List.of(lo(), wlan0(false))))
        .with(Part.RADIOS, read(List.of(radio(true))))
        .with(Part.WIRELESS, read(List.of(station(""))))
        .with(Part.ADDRESSES, read(List.of(address(LO, "7f000001", 8))))
        .with(Part.ROUTES, read(List.of(own("7f000000", 8, LO))))
        .with(Part.CHAINS, read(chains()));
  }

  private static Snapshot common(KernelRelease kernel) {
    return Snapshot.EMPTY
        .with(Part.KERNEL, read(kernel))
        .with(Part.SWITCHES, read(List.of(new RadioSwitch("rfkill0", RfkillType.WLAN, false))))
        .with(Part.USB, read(List.of(new UsbFunction("1-1:1.0", 3, 1, 1, "usbhid"))))
        .with(Part.GADGETS, read(List.of()))
        .with(Part.BLUETOOTH, read(List.of()))
        .with(
            Part.NAMESPACES,
            read(List.of(new OtherNamespace("hostnamed", List.of(), OtherNamespace.Sight.SEEN))))
        .with(
            Part.ADDRESSES,
            read(List.of(address(LO, "7f000001", 8), address(GROUP, "c0a83180", 24))))
        .with(
            Part.ROUTES,
            read(
                List.of(
                    own("7f000000", 8, LO),
                    own("c0a83180", 32, GROUP),
                    route("c0a83100", 24, 254, 1, GROUP, ""))))
        .with(
            Part.RULES,
            read(
                List.of(
                    new RoutingRule(false, 0, 255, false),
                    new RoutingRule(false, 32766, 254, false),
                    new RoutingRule(false, 32767, 253, false),
                    new RoutingRule(true, 0, 255, false),
                    new RoutingRule(true, 32766, 254, false))))
        .with(Part.SYSCTLS, read(sysctls()))
        .with(Part.MEMBERSHIPS, read(List.of(new Membership(GROUP_NAME, "224.0.0.1"))))
        .with(Part.FILTER, read(Rules.intended()))
        .with(Part.QDISCS, read(List.of(new Qdisc(GROUP, "noqueue"))))
        .with(
            Part.SOCKETS,
            read(
                List.of(
                    new OpenSocket(
                        OpenSocket.Kind.PACKET, "", 0x888e, GROUP, Optional.of("wpa_supplicant")),
                    new OpenSocket(
                        OpenSocket.Kind.PACKET, "", 0x890d, GROUP, Optional.of("wpa_supplicant")),
                    new OpenSocket(
                        OpenSocket.Kind.TCP, "127.0.0.1", 8080, 0, Optional.of("game")))))
        .with(Part.PROGRAMS, read(List.of(new RunningProgram(200, "wpa_supplicant"))))
        .with(Part.MODULES, read(List.of("cfg80211", "mac80211")))
        .with(Part.COMMAND_LINE, read(List.of("root=/dev/mmcblk0p2", "quiet", "ip=off")))
        .with(
            Part.UNITS,
            read(new BootUnits(Set.of("NetworkManager.service"), Set.of("NetworkManager.service"))))
        .with(
            Part.STORED,
            read(
                new StoredSettings(
                    List.of(), List.of(new StoredSettings.Setting("w.conf", "hs20", "0")))))
        .with(Part.NAMES, read(new NameLookup(List.of(), List.of("files"))))
        .with(Part.PROXIES, read(List.of()))
        .with(Part.LOCKDOWN, read(Lockdowns.intended()))
        .with(Part.SETTINGS, read(settings()))
        .with(Part.POWERS, read(powers()))
        .with(Part.WAKING, read(List.of()));
  }

  /** Of a manager that is masked, and of games that report nothing. */
  private static List<ProgramSetting> settings() {
    return List.of(
        new ProgramSetting(
            ProgramSetting.Program.NETWORK_MANAGER, "/etc/x", "connectivity.uri", "set"),
        new ProgramSetting(ProgramSetting.Program.RETROARCH, "/etc/r", "cheevos_enable", "false"));
  }

  private static Powers powers() {
    return new Powers(
        List.of(new Powers.Tool("/usr/sbin/nft", 0755, false)),
        List.of(new Powers.FreeCommands("/etc/sudoers line 9", List.of("/usr/sbin/poweroff"))));
  }

  /** The kernel's own settings as the product's file sets them. */
  static Map<String, String> sysctls() {
    Map<String, String> values = new HashMap<>();
    for (String device : List.of("all", "default", "lo", "wlan0", GROUP_NAME)) {
      String four = "net/ipv4/conf/" + device + "/";
      for (String off :
          List.of(
              "forwarding",
              "mc_forwarding",
              "proxy_arp",
              "bootp_relay",
              "accept_redirects",
              "send_redirects",
              "accept_source_route",
              "route_localnet")) {
        values.put(four + off, "0");
      }
      values.put(four + "rp_filter", "1");
      values.put(four + "arp_ignore", "2");
      values.put(four + "arp_announce", "2");
      String six = "net/ipv6/conf/" + device + "/";
      for (String off :
          List.of(
              "forwarding",
              "mc_forwarding",
              "proxy_ndp",
              "accept_redirects",
              "accept_source_route")) {
        values.put(six + off, "0");
      }
      values.put(six + "disable_ipv6", device.equals("lo") ? "0" : "1");
    }
    values.put("kernel/unprivileged_bpf_disabled", "2");
    return values;
  }

  static Map<String, String> sysctlsWith(String key, String value) {
    Map<String, String> values = sysctls();
    values.put(key, value);
    return values;
  }

  static <T> Reading<T> read(T value) {
    return new Reading.Read<>(value, SOURCE);
  }

  static NetworkLink lo() {
    return new NetworkLink(
        LO, "lo", true, true, 772, Optional.empty(), OptionalInt.empty(), bus(), false);
  }

  static NetworkLink wlan0(boolean up) {
    return hardware(WLAN0, "wlan0", up, NetworkLink.Bus.SDIO);
  }

  static NetworkLink group() {
    return new NetworkLink(
        GROUP,
        GROUP_NAME,
        true,
        true,
        1,
        Optional.empty(),
        OptionalInt.empty(),
        NetworkLink.Bus.SDIO,
        false);
  }

  static NetworkLink hardware(int index, String name, boolean up, NetworkLink.Bus bus) {
    return new NetworkLink(
        index, name, up, false, 1, Optional.empty(), OptionalInt.empty(), bus, false);
  }

  static NetworkLink made(int index, String name, String kind) {
    return new NetworkLink(
        index, name, false, false, 1, Optional.of(kind), OptionalInt.empty(), bus(), false);
  }

  private static NetworkLink.Bus bus() {
    return NetworkLink.Bus.VIRTUAL;
  }

  static Radio radio(boolean p2pDevice) {
    Set<InterfaceType> modes =
        p2pDevice
            ? Set.of(
                InterfaceType.STATION,
                InterfaceType.P2P_CLIENT,
                InterfaceType.P2P_GO,
                InterfaceType.P2P_DEVICE)
            : Set.of(InterfaceType.STATION, InterfaceType.P2P_CLIENT, InterfaceType.P2P_GO);
    return new Radio(0, "phy0", p2pDevice ? "mac80211_hwsim" : "rtl8821cs", modes);
  }

  static WirelessInterface station(String ssid) {
    return wireless(WLAN0, "wlan0", InterfaceType.STATION, ssid);
  }

  static WirelessInterface client(int index, String name, String ssid) {
    return wireless(index, name, InterfaceType.P2P_CLIENT, ssid);
  }

  static WirelessInterface wireless(int index, String name, InterfaceType type, String ssid) {
    Optional<Ssid> in =
        ssid.isEmpty()
            ? Optional.empty()
            : Optional.of(Ssid.of(ssid.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    return new WirelessInterface(
        0, index, OptionalInt.of(index), Optional.of(name), type, Optional.empty(), in);
  }

  static LinkAddress address(int index, String hex, int length) {
    return new LinkAddress(index, new IpPrefix(hex, length));
  }

  private static IpRoute own(String hex, int length, int index) {
    return route(hex, length, 255, 2, index, "");
  }

  static IpRoute route(String hex, int length, int table, int type, int index, String gateway) {
    return new IpRoute(
        new IpPrefix(hex, length),
        table,
        type,
        OptionalInt.of(index),
        gateway.isEmpty() ? Optional.empty() : Optional.of(gateway));
  }

  /** What is up besides the group lets no frame out at all. */
  static List<FilterChain> chains(String... onEgress) {
    List<FilterChain> all =
        new ArrayList<>(
            List.of(
                chain(Family.INET, Hook.INPUT),
                chain(Family.INET, Hook.FORWARD),
                chain(Family.INET, Hook.OUTPUT)));
    for (String device : onEgress) {
      String name = device.equals(GROUP_NAME) ? "egress" : "shut";
      all.add(
          new FilterChain(
              Family.NETDEV, Rules.TABLE, name, "filter", Hook.EGRESS, true, List.of(device)));
    }
    return all;
  }

  static FilterChain chain(Family family, Hook hook, String... devices) {
    return new FilterChain(
        family,
        Rules.TABLE,
        hook.name().toLowerCase(Locale.ROOT),
        "filter",
        hook,
        true,
        List.of(devices));
  }
}
