package org.officeos.hal.airgap;

import java.util.List;
import java.util.Set;
import org.officeos.hal.airgap.OpenSocket.Kind;

/** Programs that run or start at boot, and what listens. */
final class ServiceChecks {

  private static final Set<Integer> DHCP_PORTS = Set.of(68, 546);
  private static final Set<Integer> DISCOVERY_PORTS = Set.of(5353, 5355, 1900, 3702, 137, 138);
  private static final Set<Integer> TIME_PORTS = Set.of(123);

  static final List<Check> ALL =
      List.of(
          new Check(
              LeakVector.DHCP_CLIENT,
              "no DHCP client; the group's owner gives the address in the handshake",
              "Stop and mask it: systemctl mask --now NAME",
              sheet -> {
                programs(sheet, Set.of("dhclient", "dhcpcd", "udhcpc", "dhcp6c", "dhcpcd-bin"));
                units(sheet, Set.of("dhcpcd.service", "isc-dhcp-client.service"));
                ports(sheet, DHCP_PORTS);
              }),
          new Check(
              LeakVector.RULE_OWNER,
              "nobody else loads or flushes rules",
              "Stop and mask it: systemctl mask --now NAME",
              sheet -> {
                programs(sheet, Set.of("firewalld", "dockerd", "fail2ban-server", "podman"));
                units(
                    sheet,
                    Set.of(
                        "nftables.service",
                        "firewalld.service",
                        "ufw.service",
                        "docker.service",
                        "fail2ban.service",
                        "netfilter-persistent.service",
                        "iptables.service"));
              }),
          new Check(
              LeakVector.DISCOVERY,
              "nothing announces or searches by multicast",
              "Stop and mask it: systemctl mask --now NAME",
              sheet -> {
                programs(sheet, Set.of("avahi-daemon", "systemd-resolve", "minidlnad", "wsdd"));
                units(
                    sheet,
                    Set.of("avahi-daemon.service", "systemd-resolved.service", "wsdd.service"));
                ports(sheet, DISCOVERY_PORTS);
              }),
          new Check(
              LeakVector.TIME_SYNC,
              "no program sets the clock over the network",
              "Stop and mask it: systemctl mask --now NAME",
              sheet -> {
                programs(sheet, Set.of("systemd-timesyn", "chronyd", "ntpd", "openntpd"));
                units(
                    sheet,
                    Set.of(
                        "systemd-timesyncd.service",
                        "chrony.service",
                        "chronyd.service",
                        "ntp.service",
                        "ntpsec.service",
                        "openntpd.service"));
                ports(sheet, TIME_PORTS);
              }),
          new Check(
              LeakVector.REMOTE_ACCESS,
              "nothing listens but on loopback",
              "Stop and mask it: systemctl mask --now NAME",
              sheet -> {
                listeners(sheet);
                units(
                    sheet,
                    Set.of(
                        "ssh.service",
                        "ssh.socket",
                        "sshd.service",
                        "smbd.service",
                        "nmbd.service",
                        "nfs-server.service",
                        "vsftpd.service",
                        "syncthing.service",
                        "tailscaled.service",
                        "telnet.socket"));
              }),
          new Check(
              LeakVector.MANAGER,
              "no network manager runs or starts at boot",
              "Stop and mask it: systemctl mask --now NAME",
              sheet -> {
                programs(
                    sheet,
                    Set.of(
                        "NetworkManager",
                        "connmand",
                        "iwd",
                        "systemd-network",
                        "ModemManager",
                        "ofonod",
                        "wicd"));
                units(
                    sheet,
                    Set.of(
                        "NetworkManager.service",
                        "connman.service",
                        "iwd.service",
                        "systemd-networkd.service",
                        "ModemManager.service",
                        "ofono.service",
                        "wicd.service"));
              }));

  private ServiceChecks() {}

  private static void programs(Sheet sheet, Set<String> names) {
    for (RunningProgram each : sheet.list(Part.PROGRAMS)) {
      if (names.contains(each.name())) {
        sheet.fail(Part.PROGRAMS, each.name(), "runs as process " + each.pid());
      }
    }
  }

  private static void units(Sheet sheet, Set<String> names) {
    BootUnits units = sheet.read(Part.UNITS, new BootUnits(Set.of(), Set.of()));
    names.stream()
        .filter(units::starts)
        .sorted()
        .forEach(name -> sheet.fail(Part.UNITS, name, "starts at boot"));
  }

  private static void ports(Sheet sheet, Set<Integer> ports) {
    for (OpenSocket each : sheet.list(Part.SOCKETS)) {
      if (each.kind() == Kind.UDP && ports.contains(each.number()) && !each.isLocal()) {
        sheet.fail(Part.SOCKETS, each.shownOwner(), "UDP port " + each.number());
      }
    }
  }

  private static void listeners(Sheet sheet) {
    for (OpenSocket each : sheet.list(Part.SOCKETS)) {
      boolean elsewhere =
          DHCP_PORTS.contains(each.number())
              || DISCOVERY_PORTS.contains(each.number())
              || TIME_PORTS.contains(each.number());
      boolean listens = each.kind() == Kind.TCP || (each.kind() == Kind.UDP && !elsewhere);
      if (listens && !each.isLocal()) {
        sheet.fail(
            Part.SOCKETS,
            each.shownOwner(),
            each.kind() + " port " + each.number() + " on " + each.local());
      }
    }
  }
}
