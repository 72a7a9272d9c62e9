package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.hal.airgap.AirgapSettings;
import org.officeos.hal.airgap.Finding;
import org.officeos.hal.airgap.Finding.State;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.Policy;
import org.officeos.hal.linux.lib.NativeLibC;
import org.officeos.hal.linux.lib.NetworkNamespace;

/**
 * Reader and policy on the kernel that the tests run on, in a network namespace of the test's own:
 * first nothing is found, then each way out is made for real.
 */
class AirgapOnThisKernelTest {

  private NetworkNamespace inside;

  @BeforeEach
  void enter() throws Exception {
    Optional<NetworkNamespace> made = NetworkNamespace.make();
    assumeTrue(made.isPresent(), "needs CAP_SYS_ADMIN for a network namespace");
    inside = made.get();
    inside.run("ip", "link", "set", "lo", "up");
    for (String tree : List.of("ipv4", "ipv6")) {
      for (String device : List.of("all", "default")) {
        set(tree, device, "accept_redirects", "0");
        set(tree, device, "accept_source_route", "0");
        set(tree, device, "forwarding", "0");
      }
    }
    for (String device : List.of("all", "default")) {
      set("ipv4", device, "send_redirects", "0");
      set("ipv4", device, "proxy_arp", "0");
      set("ipv4", device, "route_localnet", "0");
      set("ipv4", device, "rp_filter", "1");
      set("ipv4", device, "arp_ignore", "2");
      set("ipv4", device, "arp_announce", "2");
      set("ipv6", device, "disable_ipv6", "1");
    }
  }

  @AfterEach
  void leave() {
    if (inside != null) {
      inside.close();
    }
  }

  private void set(String tree, String device, String leaf, String value) throws Exception {
    Path file = Path.of("/proc/sys/net", tree, "conf", device, leaf);
    inside.call(
        () -> {
          if (Files.exists(file)) {
            Files.writeString(file, value);
          }
          return file;
        });
  }

  private void run(String command) throws Exception {
    inside.run(command.split(" "));
  }

  private List<Finding> found(LeakVector vector) throws Exception {
    AirgapReader reader =
        new AirgapReader(Path.of("/"), true, Optional.of(new NativeLibC()), System::nanoTime);
    return inside.call(() -> Policy.judge(reader.read(), AirgapSettings.USUAL).of(vector));
  }

  private void assertClean(LeakVector vector) throws Exception {
    for (Finding each : found(vector)) {
      assertTrue(
          each.state() == State.PASS || each.state() == State.NOT_APPLICABLE, each.toString());
    }
  }

  private void assertFound(LeakVector vector, String subject, String observed) throws Exception {
    List<Finding> failed =
        found(vector).stream().filter(each -> each.state() == State.FAIL).toList();
    assertTrue(
        failed.stream()
            .anyMatch(each -> each.subject().equals(subject) && each.observed().equals(observed)),
        failed.toString());
  }

  @Test
  void anEmptyNamespaceHasNothingOfInterfacesRoutesAndSettings() throws Exception {
    for (LeakVector vector :
        List.of(
            LeakVector.LINK_UP,
            LeakVector.WRONG_MODE,
            LeakVector.ASSOCIATED,
            LeakVector.DEFAULT_ROUTE,
            LeakVector.FOREIGN_ROUTE,
            LeakVector.POLICY_RULE,
            LeakVector.IPV6,
            LeakVector.FORWARDING,
            LeakVector.REDIRECTS,
            LeakVector.ARP,
            LeakVector.MULTICAST)) {
      assertClean(vector);
    }
  }

  @Test
  void aMadeUpInterfaceNamedLikeAGroupIsNoGroup() throws Exception {
    String kind = made("p2p-fake");
    assertClean(LeakVector.LINK_UP);
    assertFound(LeakVector.VIRTUAL_LINK, "p2p-fake", "kind " + kind + ", named like a group's");
    run("ip link set p2p-fake up");
    assertFound(LeakVector.LINK_UP, "p2p-fake", "up; kind " + kind);
  }

  /** A dummy, or where the kernel has none, a bridge. */
  private String made(String name) throws Exception {
    try {
      run("ip link add " + name + " type dummy");
      return "dummy";
    } catch (IOException noDummies) {
      run("ip link add " + name + " type bridge");
      return "bridge";
    }
  }

  @Test
  void aVethAndABridgeThatHoldsItAreFound() throws Exception {
    run("ip link add p2p-wlan0-0 type veth peer name other");
    run("ip link add br7 type bridge");
    run("ip link set p2p-wlan0-0 master br7");
    assertFound(LeakVector.VIRTUAL_LINK, "p2p-wlan0-0", "belongs to br7");
    assertFound(LeakVector.VIRTUAL_LINK, "other", "kind veth");
    assertFound(LeakVector.VIRTUAL_LINK, "br7", "kind bridge");
  }

  @Test
  void routesOfAnyTableAreFound() throws Exception {
    run("ip link add eth7 type veth peer name other");
    run("ip link set eth7 up");
    run("ip addr add 10.7.0.2/24 dev eth7");
    assertFound(LeakVector.FOREIGN_ROUTE, "10.7.0.0/24 in table 254", "leads out by eth7");
    run("ip route add default via 10.7.0.1 table 100");
    assertFound(
        LeakVector.DEFAULT_ROUTE, "0.0.0.0/0 in table 100", "leads out by eth7 via 10.7.0.1");
    run("ip route add 172.16.0.0/12 via 10.7.0.1 table 4000");
    assertFound(
        LeakVector.FOREIGN_ROUTE, "172.16.0.0/12 in table 4000", "leads out by eth7 via 10.7.0.1");
  }

  @Test
  void aRouteThatLeadsNowhereIsNone() throws Exception {
    run("ip route add unreachable default");
    assertClean(LeakVector.DEFAULT_ROUTE);
  }

  @Test
  void aRuleIsFound() throws Exception {
    run("ip rule add from 192.168.49.128 table 77 priority 50");
    assertFound(LeakVector.POLICY_RULE, "IPv4 rule 50", "leads to table 77");
  }

  @Test
  void forwardingIsFoundOnEachInterfaceAndByDefault() throws Exception {
    run("ip link add eth7 type veth peer name other");
    inside.call(() -> Files.writeString(Path.of("/proc/sys/net/ipv4/ip_forward"), "1"));
    assertFound(LeakVector.FORWARDING, "net/ipv4/conf/default/forwarding", "1");
    assertFound(LeakVector.FORWARDING, "net/ipv4/conf/eth7/forwarding", "1");
  }

  @Test
  void settingsAreFound() throws Exception {
    set("ipv4", "default", "accept_redirects", "1");
    set("ipv4", "all", "route_localnet", "1");
    assertFound(LeakVector.REDIRECTS, "net/ipv4/conf/default/accept_redirects", "1, for all 0");
    assertFound(LeakVector.ARP, "net/ipv4/conf/default/route_localnet", "0, for all 1");
  }

  @Test
  void anIpv6AddressIsFound() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/sys/net/ipv6")), "needs a kernel with IPv6");
    set("ipv6", "default", "disable_ipv6", "0");
    run("ip link add eth7 type veth peer name other");
    run("ip addr add fd00::7/64 dev eth7");
    assertFound(LeakVector.IPV6, "eth7", "has an IPv6 address");
    assertFound(LeakVector.IPV6, "net/ipv6/conf/default/disable_ipv6", "0");
  }

  @Test
  void aDeviceInAnotherNamespaceIsFoundWithTheProgramThatLivesThere() throws Exception {
    try (NetworkNamespace other = NetworkNamespace.make().orElseThrow()) {
      other.run("ip", "link", "add", "eth7", "type", "veth", "peer", "name", "eth8");
      Process sleeper = other.call(() -> new ProcessBuilder("sleep", "30").start());
      try {
        String subject = "sleep, process " + sleeper.pid();
        List<Finding> found = found(LeakVector.NAMESPACE);
        assertTrue(
            found.stream()
                .anyMatch(
                    each -> each.subject().equals(subject) && each.observed().contains("eth7")),
            subject + " is not in " + found);
      } finally {
        sleeper.destroyForcibly();
      }
    }
  }

  @Test
  void aServiceThatListensIsFoundWithItsProgramAndOneOnLoopbackIsNot() throws Exception {
    try (ServerSocket local = inside.call(() -> listening("127.0.0.1"));
        ServerSocket open = inside.call(() -> listening("0.0.0.0"))) {
      List<String> ports =
          found(LeakVector.REMOTE_ACCESS).stream()
              .filter(each -> each.subject().equals("java"))
              .map(Finding::observed)
              .toList();
      assertEquals(1, ports.size(), ports + " beside " + local);
      assertTrue(ports.get(0).startsWith("TCP port " + open.getLocalPort() + " on "));
    }
  }

  private static ServerSocket listening(String address) throws IOException {
    return new ServerSocket(0, 5, InetAddress.getByName(address));
  }

  @Test
  void aKernelWithoutChainsThatDropIsFoundOrNotReadable() throws Exception {
    for (Finding each : found(LeakVector.BASE_CHAIN)) {
      assertTrue(each.state() == State.FAIL || each.state() == State.ERROR, each.toString());
    }
    assertEquals(
        List.of(),
        found(LeakVector.BASE_CHAIN).stream().filter(each -> each.state() == State.PASS).toList());
  }
}
