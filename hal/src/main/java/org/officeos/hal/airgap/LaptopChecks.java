package org.officeos.hal.airgap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.officeos.hal.netlink.FilterChain;
import org.officeos.hal.netlink.FilterChain.Hook;
import org.officeos.hal.netlink.InterfaceType;
import org.officeos.hal.netlink.LinkAddress;
import org.officeos.hal.netlink.WirelessInterface;

/** The laptop's side: what the handheld reaches through the group. */
final class LaptopChecks {

  private static final Set<String> ANSWERING =
      Set.of("radvd", "dnsmasq", "dhcpd", "udhcpd", "kea-dhcp4", "kea-dhcp6", "dhcp6s");
  private static final Set<String> METADATA_NAMES =
      Set.of("metadata", "metadata.google.internal", "metadata.goog", "instance-data");

  static final List<Check> ALL =
      List.of(
          new Check(
              LeakVector.LAPTOP_FORWARDS,
              "nothing is passed on from or to a standing group, or dropped on the way; it is in no"
                  + " bridge, and nothing tells it addresses or routers",
              "Put the fence up: [radio] fence = true and start the daemon again; take the"
                  + " interface out of its bridge; stop the program",
              LaptopChecks::forwards),
          new Check(
              LeakVector.LAPTOP_SERVICES,
              "around each standing group the filter drops all but the session's port, in and out;"
                  + " route_localnet and proxy_arp are 0 on it",
              "Put the fence up: [radio] fence = true and start the daemon again; set the setting"
                  + " to 0",
              LaptopChecks::services),
          new Check(
              LeakVector.LAPTOP_DEPUTY,
              "services are at no link-local, metadata, multicast or group address nor the daemon's"
                  + " own; its folder, socket and trail are its owner's alone",
              "Name another address in the configuration; chmod 700 the folder, 600 the files in"
                  + " it; give back what is missing",
              LaptopChecks::deputy));

  private LaptopChecks() {}

  /** A group that this laptop owns or is in, with what the filter says of it. */
  private record Group(NetworkLink link, Optional<LinkAddress> own, GroupFence fence) {

    String name() {
      return link.name();
    }
  }

  private static List<Group> groups(Sheet sheet) {
    Gathered all = Gathered.from(sheet);
    List<LinkAddress> addresses = sheet.list(Part.ADDRESSES);
    List<NetworkLink> links = new ArrayList<>();
    for (NetworkLink link : sheet.list(Part.LINKS)) {
      if (all.wireless(link.index()).filter(each -> isGroup(each, all)).isPresent()) {
        links.add(link);
      }
    }
    boolean wanted = !links.isEmpty();
    List<FilterChain> chains = wanted ? sheet.list(Part.CHAINS) : List.of();
    FilterContent content =
        wanted ? sheet.read(Part.FILTER, FilterContent.NONE) : FilterContent.NONE;
    List<Group> groups = new ArrayList<>();
    for (NetworkLink link : links) {
      Optional<LinkAddress> own =
          addresses.stream()
              .filter(each -> each.index() == link.index() && !each.prefix().isIpv6())
              .findFirst();
      GroupFence fence =
          new GroupFence(
              chains, content, link, own.map(each -> each.prefix().hex()), sheet.settings().port());
      groups.add(new Group(link, own, fence));
    }
    return groups;
  }

  private static boolean isGroup(WirelessInterface each, Gathered all) {
    boolean type = each.type() == InterfaceType.P2P_GO || each.type() == InterfaceType.P2P_CLIENT;
    return type && all.radio(each.wiphy()).isPresent();
  }

  /** Whether all was read; where it was and there is no group, that is said. */
  private static boolean isThere(Sheet sheet, List<Group> groups) {
    boolean read =
        List.of(Part.LINKS, Part.RADIOS, Part.WIRELESS, Part.ADDRESSES, Part.CHAINS, Part.FILTER)
            .stream()
            .allMatch(sheet::isRead);
    if (read && groups.isEmpty()) {
      sheet.notApplicable("groups", "no Wi-Fi Direct group stands");
    }
    return read && !groups.isEmpty();
  }

  private static void forwards(Sheet sheet) {
    List<Group> groups = groups(sheet);
    if (!isThere(sheet, groups)) {
      return;
    }
    Gathered all = Gathered.from(sheet);
    Map<String, String> values = sheet.read(Part.SYSCTLS, Map.of());
    List<RunningProgram> programs = sheet.list(Part.PROGRAMS);
    boolean nat =
        sheet.list(Part.CHAINS).stream()
            .anyMatch(each -> each.type().equals("nat") && each.hook() == Hook.POSTROUTING);
    String how = nat ? ", and may be translated" : "";
    for (Group group : groups) {
      group
          .link()
          .master()
          .ifPresent(
              master -> sheet.fail(Part.LINKS, group.name(), "belongs to " + all.name(master)));
      for (boolean ipv6 : new boolean[] {false, true}) {
        String family = ipv6 ? "IPv6" : "IPv4";
        if (isForwarding(values, ipv6) && !group.fence().passesNothingFrom(ipv6)) {
          sheet.fail(Part.CHAINS, group.name(), family + " from it is passed on" + how);
        }
        if (isForwarding(values, ipv6) && !group.fence().passesNothingTo(ipv6)) {
          sheet.fail(Part.CHAINS, group.name(), family + " of others is passed on to it" + how);
        }
      }
      if (!group.fence().keepsIn()) {
        programs.stream()
            .filter(each -> ANSWERING.contains(each.name()))
            .forEach(each -> sheet.fail(Part.PROGRAMS, each.name(), "runs, and reaches the group"));
      }
    }
  }

  private static boolean isForwarding(Map<String, String> values, boolean ipv6) {
    String tree = "net/ipv" + (ipv6 ? 6 : 4) + "/conf";
    return SysctlRule.devices(tree, "forwarding", values).stream()
        .filter(each -> !each.equals("lo"))
        .anyMatch(each -> !values.getOrDefault(tree + "/" + each + "/forwarding", "0").equals("0"));
  }

  private static void services(Sheet sheet) {
    DaemonFacts daemon = sheet.read(Part.DAEMON, DaemonFacts.NONE);
    if (!daemon.fenced()) {
      sheet.fail(Part.DAEMON, "radio.fence", "is false: no fence is put up");
    }
    List<Group> groups = groups(sheet);
    if (!isThere(sheet, groups)) {
      return;
    }
    for (Group group : groups) {
      boolean open = !group.fence().keepsOut();
      if (open) {
        sheet.fail(Part.CHAINS, group.name(), "no chain drops what else comes in by it");
        reached(sheet, group);
      }
      if (!group.fence().keepsIn()) {
        sheet.fail(Part.CHAINS, group.name(), "no chain drops what else this laptop sends by it");
      }
      settings(sheet, group, open);
    }
  }

  /** Every address of this machine is reached by every interface. */
  private static void reached(Sheet sheet, Group group) {
    for (OpenSocket each : sheet.list(Part.SOCKETS)) {
      boolean listens = each.kind() == OpenSocket.Kind.TCP || each.kind() == OpenSocket.Kind.UDP;
      boolean session =
          each.kind() == OpenSocket.Kind.TCP
              && each.number() == sheet.settings().port()
              && group.own().filter(own -> own.prefix().address().equals(each.local())).isPresent();
      if (listens && !each.isLocal() && !session) {
        sheet.fail(
            Part.SOCKETS,
            each.shownOwner(),
            each.kind() + " port " + each.number() + " on " + each.local() + " is reached");
      }
    }
  }

  private static void settings(Sheet sheet, Group group, boolean open) {
    Map<String, String> values = sheet.read(Part.SYSCTLS, Map.of());
    String four = "net/ipv4/conf/";
    for (String leaf : List.of("route_localnet", "proxy_arp")) {
      for (String device : List.of("all", group.name())) {
        String key = four + device + "/" + leaf;
        if (!values.getOrDefault(key, "0").equals("0")) {
          sheet.fail(Part.SYSCTLS, key, values.getOrDefault(key, ""));
        }
      }
    }
    boolean any =
        List.of("all", group.name()).stream()
            .allMatch(each -> values.getOrDefault(four + each + "/arp_ignore", "0").equals("0"));
    if (open && any && sheet.isRead(Part.SYSCTLS)) {
      sheet.fail(Part.SYSCTLS, four + group.name() + "/arp_ignore", "0: answers for any address");
    }
  }

  private static void deputy(Sheet sheet) {
    DaemonFacts daemon = sheet.read(Part.DAEMON, DaemonFacts.NONE);
    List<Group> groups = daemon.targets().isEmpty() ? List.of() : groups(sheet);
    for (DaemonFacts.Target each : daemon.targets()) {
      aim(each, daemon, groups).ifPresent(what -> sheet.fail(Part.DAEMON, each.key(), what));
    }
    for (DaemonFacts.Kept each : daemon.files()) {
      String subject = each.what() + " " + each.path();
      switch (each.is()) {
        case NOT_YET -> {}
        case NOT_SEEN -> sheet.unseen(Part.DAEMON, subject, "cannot be looked at, or is not there");
        case MISSING -> sheet.fail(Part.DAEMON, subject, "is missing");
        case NOT_WRITTEN -> sheet.fail(Part.DAEMON, subject, "cannot be written");
        case THERE -> {}
      }
      boolean there = each.is() == DaemonFacts.State.THERE;
      if (there && (each.mode() & ~each.most()) != 0) {
        String mode = "is open to others: mode " + Integer.toOctalString(each.mode());
        sheet.fail(Part.DAEMON, subject, mode);
      }
    }
  }

  /** What is wrong with a service's address. */
  private static Optional<String> aim(
      DaemonFacts.Target target, DaemonFacts daemon, List<Group> groups) {
    if (target.address().isEmpty()) {
      boolean metadata = METADATA_NAMES.contains(target.host());
      return metadata ? Optional.of("is a cloud's metadata service") : Optional.empty();
    }
    boolean group =
        groups.stream()
            .flatMap(each -> each.own().stream())
            .anyMatch(own -> own.prefix().covers(target.address().get()));
    boolean itself =
        target.port() == daemon.port() && SpecialAddress.LOOPBACK.has(target.address().get());
    if (group) {
      return Optional.of("is in the group's own network");
    }
    return itself
        ? Optional.of("is this daemon itself")
        : SpecialAddress.of(target.address().get()).map(SpecialAddress::text);
  }
}
