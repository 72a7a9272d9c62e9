package org.officeos.hal.airgap;

import static org.officeos.hal.airgap.Handhelds.GROUP;
import static org.officeos.hal.airgap.Handhelds.GROUP_NAME;
import static org.officeos.hal.airgap.Handhelds.WLAN0;
import static org.officeos.hal.airgap.Handhelds.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.officeos.hal.airgap.NetworkLink.Bus;
import org.officeos.hal.airgap.OpenSocket.Kind;
import org.officeos.hal.netlink.FilterChain.Family;
import org.officeos.hal.netlink.FilterChain.Hook;
import org.officeos.hal.netlink.FilterStep;
import org.officeos.hal.netlink.InterfaceType;
import org.officeos.hal.netlink.Qdisc;
import org.officeos.hal.netlink.RfkillType;
import org.officeos.hal.netlink.RoutingRule;

/** For every vector that is judged: one part of a handheld in a group made worse. */
final class Provoked {

  /**
   * One way out.
   *
   * @param snapshot a handheld with it
   * @param subject what the finding is to be about
   */
  record Provocation(Snapshot snapshot, String subject) {}

  private final Map<LeakVector, Provocation> all = new EnumMap<>(LeakVector.class);

  private Provoked() {}

  static Map<LeakVector, Provocation> all() {
    Provoked made = new Provoked();
    made.interfaces();
    made.hardware();
    made.routes();
    made.filter();
    made.services();
    return made.all;
  }

  private <T> void put(LeakVector vector, String subject, Part<T> part, T worse) {
    all.put(vector, new Provocation(Handhelds.inGroup().with(part, read(worse)), subject));
  }

  /** The list that is there, and one more. */
  private <T> void add(LeakVector vector, String subject, Part<List<T>> part, T more) {
    List<T> list = new ArrayList<>();
    if (Handhelds.inGroup().get(part) instanceof Reading.Read<List<T>> there) {
      list.addAll(there.value());
    }
    list.add(more);
    put(vector, subject, part, list);
  }

  private void interfaces() {
    add(LeakVector.LINK_UP, "eth0", Part.LINKS, Handhelds.hardware(9, "eth0", true, Bus.PLATFORM));
    add(
        LeakVector.WRONG_MODE,
        "mon0",
        Part.WIRELESS,
        Handhelds.wireless(9, "mon0", InterfaceType.MONITOR, ""));
    put(LeakVector.ASSOCIATED, "wlan0", Part.WIRELESS, List.of(Handhelds.station("home")));
    put(
        LeakVector.STORED_NETWORK,
        "w.conf",
        Part.STORED,
        new StoredSettings(List.of(new StoredSettings.Network("w.conf", "block 1")), List.of()));
    put(LeakVector.PROBES, "w.conf", Part.STORED, setting("scan_ssid", "1"));
    put(LeakVector.INTERWORKING, "w.conf", Part.STORED, setting("hs20", "1"));
    add(LeakVector.VIRTUAL_LINK, "p2p-x", Part.LINKS, Handhelds.made(9, "p2p-x", "dummy"));
    add(
        LeakVector.NAMESPACE,
        "sshd",
        Part.NAMESPACES,
        new OtherNamespace("sshd", List.of("eth0"), OtherNamespace.Sight.SEEN));
  }

  private static StoredSettings setting(String key, String value) {
    return new StoredSettings(List.of(), List.of(new StoredSettings.Setting("w.conf", key, value)));
  }

  private void hardware() {
    put(LeakVector.BLUETOOTH, "hci0", Part.BLUETOOTH, List.of("hci0"));
    add(
        LeakVector.OTHER_RADIO,
        "rfkill7",
        Part.SWITCHES,
        new RadioSwitch("rfkill7", RfkillType.WWAN, false));
    add(LeakVector.USB_HOST, "2-1:1.0", Part.USB, new UsbFunction("2-1:1.0", 255, 0, 0, "r8152"));
    put(LeakVector.OFFLOAD, "phy0", Part.WAKING, List.of("phy0"));
    put(LeakVector.USB_GADGET, "g1/rndis.usb0", Part.GADGETS, List.of("g1/rndis.usb0"));
  }

  private void routes() {
    add(
        LeakVector.DEFAULT_ROUTE,
        "0.0.0.0/0 in table 100",
        Part.ROUTES,
        Handhelds.route("00000000", 0, 100, 1, GROUP, "192.168.49.1"));
    add(
        LeakVector.FOREIGN_ROUTE,
        "10.0.0.0/8 in table 254",
        Part.ROUTES,
        Handhelds.route("0a000000", 8, 254, 1, GROUP, ""));
    add(LeakVector.POLICY_RULE, "IPv4 rule 50", Part.RULES, new RoutingRule(false, 50, 100, true));
    String key = "net/ipv6/conf/default/disable_ipv6";
    put(LeakVector.IPV6, key, Part.SYSCTLS, Handhelds.sysctlsWith(key, "0"));
    sysctl(LeakVector.FORWARDING, "net/ipv4/conf/wlan0/forwarding", "1");
    sysctl(LeakVector.REDIRECTS, "net/ipv4/conf/default/accept_redirects", "1");
    sysctl(LeakVector.ARP, "net/ipv4/conf/wlan0/route_localnet", "1");
    udp(LeakVector.DHCP_CLIENT, 68);
    add(
        LeakVector.MULTICAST,
        GROUP_NAME,
        Part.MEMBERSHIPS,
        new Membership(GROUP_NAME, "224.0.0.251"));
  }

  private void sysctl(LeakVector vector, String key, String value) {
    put(vector, key, Part.SYSCTLS, Handhelds.sysctlsWith(key, value));
  }

  private void udp(LeakVector vector, int port) {
    socket(vector, new OpenSocket(Kind.UDP, "0.0.0.0", port, 0, Optional.of("thing")));
  }

  private void socket(LeakVector vector, OpenSocket socket) {
    add(vector, "thing", Part.SOCKETS, socket);
  }

  private void filter() {
    put(
        LeakVector.BASE_CHAIN,
        "output of IPv6",
        Part.CHAINS,
        List.of(
            Handhelds.chain(Family.INET, Hook.INPUT),
            Handhelds.chain(Family.INET, Hook.FORWARD),
            Handhelds.chain(Family.IP, Hook.OUTPUT),
            Handhelds.chain(Family.NETDEV, Hook.EGRESS, GROUP_NAME)));
    put(
        LeakVector.WIDE_ACCEPT,
        "inet officeos_airgap output, rule 99",
        Part.FILTER,
        Rules.with(Rules.rule("output", 99, Rules.ACCEPT)));
    put(
        LeakVector.ATTEMPTS,
        "inet officeos_airgap output, rule 99",
        Part.FILTER,
        Rules.with(Rules.rule("output", 99, new FilterStep.Counter(7, 420), Rules.DROP)));
    socket(
        LeakVector.PACKET_SOCKET, new OpenSocket(Kind.PACKET, "", 3, GROUP, Optional.of("thing")));
    socket(LeakVector.RAW_SOCKET, new OpenSocket(Kind.RAW, "0.0.0.0", 1, 0, Optional.of("thing")));
    add(LeakVector.REDIRECTED_FRAMES, "interface 2", Part.QDISCS, new Qdisc(WLAN0, "clsact"));
    put(LeakVector.KERNEL_TRAFFIC, "ip", Part.COMMAND_LINE, List.of("quiet", "ip=dhcp"));
    unit(LeakVector.RULE_OWNER, "nftables.service");
    changed(LeakVector.BOOT_WINDOW, "officeos-filter.service", "DefaultDependencies=yes");
    changed(LeakVector.STOP_WINDOW, "officeos-guard.service", "ExecStop=/sbin/nft flush ruleset");
    changed(LeakVector.OWN_UNIT, "officeos-link.service", "NoNewPrivileges=off");
    TextFile hook = new TextFile("/lib/hook", "#!/bin/sh\nip link set wlan0 up\n");
    put(
        LeakVector.RESUME_WINDOW,
        "/lib/hook",
        Part.LOCKDOWN,
        Lockdowns.systemd(Lockdowns.units(), List.of(hook)));
  }

  private void changed(LeakVector vector, String unit, String line) {
    List<OwnUnit> units = Lockdowns.changed(unit, "[Service]\n" + line + "\n");
    put(vector, unit, Part.LOCKDOWN, Lockdowns.systemd(units, List.of()));
  }

  private void unit(LeakVector vector, String unit) {
    put(vector, unit, Part.UNITS, new BootUnits(Set.of(unit), Set.of()));
  }

  private void services() {
    put(
        LeakVector.RESOLVERS,
        "resolv.conf",
        Part.NAMES,
        new NameLookup(List.of("8.8.8.8"), List.of("files")));
    udp(LeakVector.DISCOVERY, 5353);
    add(
        LeakVector.CONNECTIVITY_CHECK,
        "/etc/connman/main.conf",
        Part.SETTINGS,
        new ProgramSetting(
            ProgramSetting.Program.CONNMAN, "/etc/connman/main.conf", "EnableOnlineCheck", "true"));
    add(
        LeakVector.PHONING_HOME,
        "/etc/crontab",
        Part.SETTINGS,
        new ProgramSetting(ProgramSetting.Program.CRON, "/etc/crontab", "wget", "runs"));
    put(
        LeakVector.UNDOING,
        "/usr/sbin/ip",
        Part.POWERS,
        new Powers(List.of(new Powers.Tool("/usr/sbin/ip", 04755, false)), List.of()));
    unit(LeakVector.TIME_SYNC, "systemd-timesyncd.service");
    socket(LeakVector.REMOTE_ACCESS, new OpenSocket(Kind.TCP, "::", 22, 0, Optional.of("thing")));
    put(LeakVector.PROXY, "http_proxy", Part.PROXIES, List.of("http_proxy"));
    add(LeakVector.MANAGER, "iwd", Part.PROGRAMS, new RunningProgram(9, "iwd"));
  }
}
