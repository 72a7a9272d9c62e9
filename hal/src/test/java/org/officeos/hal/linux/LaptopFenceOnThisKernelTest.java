package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.officeos.hal.linux.TwoMachines.GROUP;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.hal.fence.LaptopFence;
import org.officeos.hal.fence.RuleLoadException;
import org.officeos.hal.linux.lib.NetworkNamespace;
import org.officeos.hal.p2p.Ipv4;

/**
 * The laptop's fence on the kernel that the tests run on. The near machine is the laptop, the far
 * one a handheld that does all it should not, and behind the laptop is a third: its LAN.
 */
class LaptopFenceOnThisKernelTest {

  private static final int PORT = 47100;
  private static final String OWN = "192.168.49.128";
  private static final LaptopFence FENCE = new LaptopFence(GROUP, Ipv4.of(192, 168, 49, 128), PORT);

  private TwoMachines two;
  private NetworkNamespace lan;
  private ServerSocket session;
  private ServerSocket other;
  private ServerSocket printer;

  @BeforeEach
  void aLaptopWithALan() throws Exception {
    Optional<TwoMachines> made = TwoMachines.make();
    assumeTrue(made.isPresent(), "needs CAP_SYS_ADMIN for network namespaces, and nft");
    two = made.get();
    lan = NetworkNamespace.make().orElseThrow();
    String task = lan.call(() -> "/proc/" + Files.readSymbolicLink(Path.of("/proc/thread-self")));
    TwoMachines.run(two.near, "ip link add eth0 type veth peer name far0");
    TwoMachines.run(two.near, "ip link set far0 netns " + task + "/ns/net");
    TwoMachines.run(two.near, "ip addr add 10.7.0.1/24 dev eth0");
    TwoMachines.run(two.near, "ip link set eth0 up");
    TwoMachines.run(lan, "ip addr add 10.7.0.2/24 dev far0");
    TwoMachines.run(lan, "ip link set far0 up");
    TwoMachines.awaitUp(lan, "far0");
    TwoMachines.awaitUp(two.near, "eth0");
    TwoMachines.run(lan, "ip route add default via 10.7.0.1");
    TwoMachines.run(two.far, "ip route add 10.7.0.0/24 via " + OWN);
    two.near.call(() -> Files.writeString(Path.of("/proc/sys/net/ipv4/ip_forward"), "1"));
    session = TwoMachines.listening(two.near, OWN, PORT);
    other = TwoMachines.listening(two.near, "::", 8080);
    printer = TwoMachines.listening(lan, "10.7.0.2", 631);
  }

  @AfterEach
  void leave() throws Exception {
    if (two != null) {
      session.close();
      other.close();
      printer.close();
      two.close();
      lan.close();
    }
  }

  private void assertReached(boolean open, String address, int port) throws Exception {
    boolean reached =
        open
            ? TwoMachines.reaches(two.far, address, port)
            : TwoMachines.connects(two.far, address, port);
    assertEquals(open, reached, address + " port " + port);
  }

  private void assertOpen(boolean open) throws Exception {
    assertReached(true, OWN, PORT);
    assertReached(open, OWN, 8080);
    assertReached(open, "fd49::80", 8080);
    assertReached(open, "10.7.0.1", 8080);
    assertReached(open, "10.7.0.2", 631);
    assertEquals(open, hearsDatagrams(open), "a service over UDP");
    assertTrue(TwoMachines.reaches(lan, "10.7.0.1", 8080), "the LAN reaches the laptop always");
    assertTrue(TwoMachines.reaches(two.near, "10.7.0.2", 631), "and the laptop the LAN");
  }

  private boolean hearsDatagrams(boolean open) throws Exception {
    try (DatagramSocket heard = two.near.call(() -> new DatagramSocket(5353))) {
      heard.setSoTimeout(open ? 5000 : 200);
      two.far.call(
          () -> {
            try (DatagramSocket socket = new DatagramSocket()) {
              socket.send(new DatagramPacket(new byte[1], 1, InetAddress.getByName(OWN), 5353));
            }
            return true;
          });
      heard.receive(new DatagramPacket(new byte[9], 9));
      return true;
    } catch (SocketTimeoutException nothing) {
      return false;
    }
  }

  @Test
  void theSessionIsReachedAndNothingElseUntilTheFenceIsTakenDown() throws Exception {
    assertOpen(true);
    two.load(two.near, FENCE.raising());
    assertOpen(false);
    two.load(two.near, FENCE.raising());
    assertOpen(false);
    two.load(two.near, LaptopFence.lowering());
    assertOpen(true);
    two.load(two.near, LaptopFence.lowering());
  }

  @Test
  void thePersonsOwnRulesAreLeftAsTheyAre() throws Exception {
    two.load(
        two.near,
        """
        table ip mine {
          chain nat {
            type nat hook prerouting priority dstnat;
            tcp dport 8888 dnat to 10.7.0.2:631
          }
        }
        """);
    String before = two.near.run("nft", "list", "table", "ip", "mine");
    assertReached(true, OWN, 8888);
    two.load(two.near, FENCE.raising());
    assertReached(false, OWN, 8888);
    assertEquals(before, two.near.run("nft", "list", "table", "ip", "mine"));
    two.load(two.near, LaptopFence.lowering());
    assertEquals(before, two.near.run("nft", "list", "ruleset"));
    assertReached(true, OWN, 8888);
  }

  @Test
  void theLaptopSaysNothingIntoTheGroupByItself() throws Exception {
    two.load(two.near, FENCE.raising());
    long before = two.witnessed();
    two.udp("224.0.0.251", 5353);
    two.udp("192.168.49.1", 53);
    two.tcp("192.168.49.1", 22);
    assertEquals(before, two.witnessed());
  }

  @Test
  void anInterfaceThatIsNotThereIsRefusedAndWhatStoodStands() throws Exception {
    two.load(two.near, FENCE.raising());
    LaptopFence gone = new LaptopFence("p2p-wlan0-9", Ipv4.of(192, 168, 49, 128), PORT);
    RuleLoadException refused =
        assertThrows(RuleLoadException.class, () -> two.load(two.near, gone.raising()));
    assertEquals(RuleLoadException.Reason.REFUSED, refused.reason());
    assertOpen(false);
  }
}
