package org.officeos.hal.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.officeos.hal.airgap.KernelRelease;
import org.officeos.hal.airgap.Membership;
import org.officeos.hal.airgap.Part;
import org.officeos.hal.airgap.Snapshot;
import org.officeos.hal.netlink.IpPrefix;

/** The parts of a snapshot that single files of {@code /proc} tell. */
final class AirgapProc {

  private static final Map<String, List<String>> LEAVES =
      Map.of(
          "net/ipv4/conf",
          List.of(
              "forwarding",
              "mc_forwarding",
              "proxy_arp",
              "bootp_relay",
              "accept_redirects",
              "send_redirects",
              "accept_source_route",
              "rp_filter",
              "arp_ignore",
              "arp_announce",
              "route_localnet"),
          "net/ipv6/conf",
          List.of(
              "forwarding",
              "force_forwarding",
              "mc_forwarding",
              "proxy_ndp",
              "accept_redirects",
              "accept_source_route",
              "disable_ipv6"));
  private static final String BPF = "kernel/unprivileged_bpf_disabled";

  /** A line of {@code igmp} for an interface; the groups stand below it. */
  private static final Pattern INTERFACE = Pattern.compile("[0-9]+\\s+(\\S+?)\\s*:\\s.*");

  private static final Pattern GROUP = Pattern.compile("[0-9A-F]{8}\\s.*");

  private final Path proc;

  AirgapProc(Path proc) {
    this.proc = proc;
  }

  /** Where this thread is told of; older kernels know the process only. */
  static Path self(Path proc) {
    Path thread = proc.resolve("thread-self");
    return Files.isDirectory(thread) ? thread : proc.resolve("self");
  }

  /** Where this thread's network namespace is told of. */
  static Path net(Path proc) {
    return self(proc).resolve("net");
  }

  Snapshot into(Snapshot before) {
    Path release = proc.resolve("sys/kernel/osrelease");
    Path line = proc.resolve("cmdline");
    Path modules = proc.resolve("modules");
    Path sysctls = proc.resolve("sys");
    Path net = net(proc);
    return before
        .with(Part.KERNEL, PartReader.files(Part.KERNEL, release, () -> release(release)))
        .with(
            Part.COMMAND_LINE,
            PartReader.files(
                Part.COMMAND_LINE,
                line,
                () -> List.of(PartReader.text(line).strip().split("\\s+", -1))))
        .with(Part.MODULES, PartReader.files(Part.MODULES, modules, () -> modules(modules)))
        .with(Part.SYSCTLS, PartReader.files(Part.SYSCTLS, sysctls, () -> sysctls(sysctls)))
        .with(Part.MEMBERSHIPS, PartReader.files(Part.MEMBERSHIPS, net, () -> memberships(net)));
  }

  private static KernelRelease release(Path file) throws IOException {
    return KernelRelease.of(PartReader.text(file))
        .orElseThrow(() -> new IllegalArgumentException("not a kernel's release"));
  }

  /** A kernel that can load none has no such file. */
  private List<String> modules(Path file) throws IOException {
    PartReader.require(proc.resolve("sys"));
    return PartReader.lines(file).stream().map(line -> line.split(" ", 2)[0]).toList();
  }

  private static Map<String, String> sysctls(Path sys) throws IOException {
    PartReader.require(sys.resolve("net/ipv4/conf"));
    Map<String, String> values = new HashMap<>();
    for (Map.Entry<String, List<String>> tree : LEAVES.entrySet()) {
      for (Path device : PartReader.entries(sys.resolve(tree.getKey()))) {
        for (String leaf : tree.getValue()) {
          put(values, sys, tree.getKey() + "/" + PartReader.name(device) + "/" + leaf);
        }
      }
    }
    put(values, sys, BPF);
    return Map.copyOf(values);
  }

  private static void put(Map<String, String> values, Path sys, String key) throws IOException {
    try {
      values.put(key, PartReader.text(sys.resolve(key)).strip());
    } catch (NoSuchFileException notInThisKernel) {
      values.remove(key);
    }
  }

  private static List<Membership> memberships(Path net) throws IOException {
    PartReader.require(net);
    List<Membership> all = new ArrayList<>();
    String device = "";
    for (String line : PartReader.lines(net.resolve("igmp"))) {
      Matcher head = INTERFACE.matcher(line);
      if (head.matches()) {
        device = head.group(1);
      } else if (GROUP.matcher(line).matches()) {
        all.add(new Membership(device, ProcAddress.of(line.substring(0, 8))));
      }
    }
    for (String line : PartReader.lines(net.resolve("igmp6"))) {
      String[] words = line.split("\\s+", -1);
      if (words.length < 3 || words[2].length() != 32) {
        throw new IllegalArgumentException("a line of igmp6");
      }
      byte[] octets = HexFormat.of().parseHex(words[2]);
      all.add(new Membership(words[1], IpPrefix.of(octets, 0).address()));
    }
    return List.copyOf(all);
  }
}
