package org.officeos.hal.airgap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.officeos.hal.airgap.OpenSocket.Kind;
import org.officeos.hal.netlink.FilterChain;
import org.officeos.hal.netlink.FilterChain.Family;
import org.officeos.hal.netlink.FilterChain.Hook;
import org.officeos.hal.netlink.Qdisc;

/** The packet filter, and what gets around it. */
final class FilterChecks {

  /**
   * EAPOL, and 802.11's own frames in Ethernet's: the supplicant opens the second for direct links
   * (TDLS) on each interface, wanted or not; no chain of the filter lets them out.
   */
  private static final Set<Integer> HANDSHAKES = Set.of(0x888e, 0x890d);

  private static final String BPF = "kernel/unprivileged_bpf_disabled";
  private static final List<Hook> HOOKS = List.of(Hook.INPUT, Hook.FORWARD, Hook.OUTPUT);
  private static final Set<String> PROTOCOLS =
      Set.of("sctp", "dccp", "dccp_ipv4", "dccp_ipv6", "rds", "tipc", "l2tp_core", "l2tp_ip");
  private static final List<String> SENDING_WORDS =
      List.of("netconsole=", "nfsroot=", "root=/dev/nfs", "root=nbd", "root=iscsi", "netroot=");

  static final List<Check> ALL =
      List.of(
          new Check(
              LeakVector.BASE_CHAIN,
              "base chains that drop by default on input, forward and output, for IPv4 and IPv6",
              "Load the ruleset of the air gap, and look for what took it away",
              FilterChecks::chains),
          new Check(
              LeakVector.PACKET_SOCKET,
              "packet sockets are the supplicant's for EAPOL and TDLS, and what is up has a chain on"
                  + " egress that drops by default (from kernel 5.16 on)",
              "Stop the program; load the netdev table; on an older kernel, jail the radio",
              FilterChecks::frames),
          new Check(
              LeakVector.RAW_SOCKET,
              "no raw or ping socket, and no module of another transport protocol",
              "Stop the program; keep the module from loading",
              FilterChecks::raw),
          new Check(
              LeakVector.REDIRECTED_FRAMES,
              "no XDP program, no clsact or ingress queue, and BPF for root only",
              "ip link set NAME xdp off; tc qdisc del dev NAME clsact;"
                  + " sysctl kernel.unprivileged_bpf_disabled=1",
              FilterChecks::redirected),
          new Check(
              LeakVector.KERNEL_TRAFFIC,
              "the kernel boots from no network and logs to none",
              "Take the word off the kernel's command line; unload netconsole",
              FilterChecks::kernel));

  private FilterChecks() {}

  private static void chains(Sheet sheet) {
    Reach reach = Reach.shipped(sheet.list(Part.CHAINS));
    if (!sheet.isRead(Part.CHAINS)) {
      return;
    }
    for (Hook hook : HOOKS) {
      for (boolean ipv6 : new boolean[] {false, true}) {
        if (!reach.drops(hook, ipv6)) {
          sheet.fail(
              Part.CHAINS,
              hook.name().toLowerCase(Locale.ROOT) + (ipv6 ? " of IPv6" : " of IPv4"),
              "no chain drops by default");
        }
      }
    }
  }

  /** Which packets come to a chain that drops by default. */
  private record Reach(List<FilterChain> chains) {

    /** What the guard holds goes with it, and stands for nothing that is missing. */
    static Reach shipped(List<FilterChain> chains) {
      return new Reach(chains.stream().filter(each -> !HeldChecks.isHeld(each)).toList());
    }

    boolean drops(Hook hook, boolean ipv6) {
      return chains.stream()
          .anyMatch(
              each ->
                  each.hook() == hook
                      && each.sees(ipv6)
                      && each.type().equals("filter")
                      && each.drops());
    }

    boolean dropsFrames(String device) {
      return chains.stream()
          .anyMatch(
              each ->
                  each.family() == Family.NETDEV
                      && each.hook() == Hook.EGRESS
                      && each.devices().contains(device)
                      && each.drops());
    }
  }

  /** Whether a chain on egress of that device drops by default. */
  static boolean dropsFrames(List<FilterChain> chains, String device) {
    return Reach.shipped(chains).dropsFrames(device);
  }

  private static void frames(Sheet sheet) {
    for (OpenSocket socket : sheet.list(Part.SOCKETS)) {
      boolean handshake =
          HANDSHAKES.contains(socket.number())
              && socket.owner().filter(sheet.settings().supplicants()::contains).isPresent();
      if (socket.kind() == Kind.PACKET && !handshake) {
        sheet.fail(
            Part.SOCKETS,
            socket.shownOwner(),
            "a packet socket for frames of type 0x" + Integer.toHexString(socket.number()));
      }
    }
    Reach reach = Reach.shipped(sheet.list(Part.CHAINS));
    List<NetworkLink> links = sheet.list(Part.LINKS);
    KernelRelease kernel = sheet.read(Part.KERNEL, new KernelRelease(0, 0));
    if (!sheet.isRead(Part.KERNEL) || !sheet.isRead(Part.CHAINS)) {
      return;
    }
    for (NetworkLink link : links) {
      if (link.up() && !link.isLoopback() && !reach.dropsFrames(link.name())) {
        sheet.fail(
            kernel.hasEgressHook() ? Part.CHAINS : Part.KERNEL,
            link.name(),
            kernel.hasEgressHook()
                ? "no chain on egress drops by default"
                : "kernel " + kernel + " has no hook on egress: frames get around the filter");
      }
    }
  }

  private static void raw(Sheet sheet) {
    for (OpenSocket socket : sheet.list(Part.SOCKETS)) {
      if (socket.kind() == Kind.RAW || socket.kind() == Kind.PING) {
        sheet.fail(
            Part.SOCKETS,
            socket.shownOwner(),
            socket.kind() == Kind.RAW
                ? "a raw socket of protocol " + socket.number()
                : "a ping socket");
      }
    }
    for (String module : sheet.list(Part.MODULES)) {
      if (PROTOCOLS.contains(module)) {
        sheet.fail(Part.MODULES, module, "loaded");
      }
    }
  }

  private static void redirected(Sheet sheet) {
    for (NetworkLink link : sheet.list(Part.LINKS)) {
      if (link.xdp()) {
        sheet.fail(Part.LINKS, link.name(), "an XDP program handles its frames");
      }
    }
    for (Qdisc each : sheet.list(Part.QDISCS)) {
      if (each.holdsPrograms()) {
        sheet.fail(Part.QDISCS, "interface " + each.index(), "a queue of kind " + each.kind());
      }
    }
    if (sheet.read(Part.SYSCTLS, Map.of()).getOrDefault(BPF, "1").equals("0")) {
      sheet.fail(Part.SYSCTLS, BPF, "0: anyone may load programs");
    }
  }

  private static void kernel(Sheet sheet) {
    for (String word : sheet.list(Part.COMMAND_LINE)) {
      boolean address = word.startsWith("ip=") && !word.equals("ip=off") && !word.equals("ip=none");
      if (address || SENDING_WORDS.stream().anyMatch(word::startsWith)) {
        sheet.fail(Part.COMMAND_LINE, word.substring(0, word.indexOf('=')), "on the command line");
      }
    }
    if (sheet.list(Part.MODULES).contains("netconsole")) {
      sheet.fail(Part.MODULES, "netconsole", "loaded");
    }
  }
}
