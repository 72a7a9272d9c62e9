package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.officeos.hal.linux.TwoMachines.GROUP;
import static org.officeos.hal.linux.TwoMachines.LAPTOP;
import static org.officeos.hal.linux.TwoMachines.LAPTOP_SIX;

import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.hal.fence.GroupWay;
import org.officeos.hal.linux.lib.NetworkNamespace;
import org.officeos.hal.p2p.Ipv4;

/**
 * The handheld's rules on the kernel that the tests run on: first each try gets out and the far end
 * sees it, then, with the rules, only the session does.
 */
class FilterOnThisKernelTest {

  private static final int PORT = 47100;

  private TwoMachines two;

  /** Sends something. */
  private interface Try {
    void go() throws Exception;
  }

  @BeforeEach
  void join() throws Exception {
    Optional<TwoMachines> made = TwoMachines.make();
    assumeTrue(made.isPresent(), "needs CAP_SYS_ADMIN for network namespaces, and nft");
    two = made.get();
  }

  @AfterEach
  void leave() {
    if (two != null) {
      two.close();
    }
  }

  private void lock() throws Exception {
    two.loadFile("officeos-airgap.nft");
  }

  private void open() throws Exception {
    GroupWay way = new GroupWay(two.index(), GROUP, Ipv4.of(192, 168, 49, 1), PORT);
    two.load(two.near, way.opening() + way.frames());
  }

  /** What must not get out, whether a group stands or not. */
  private Map<String, Try> ways() {
    Map<String, Try> ways = new LinkedHashMap<>();
    ways.put("TCP to another port", () -> two.tcp(LAPTOP, 22));
    ways.put("TCP to another machine's session port", () -> two.tcp("192.168.49.77", PORT));
    ways.put("TCP to the session port over IPv6", () -> two.tcp(LAPTOP_SIX, PORT));
    ways.put("UDP to the session port", () -> two.udp(LAPTOP, PORT));
    ways.put("DNS", () -> two.udp(LAPTOP, 53));
    ways.put("UDP over IPv6", () -> two.udp(LAPTOP_SIX, 53));
    ways.put("multicast", () -> two.udp("224.0.0.251", 5353));
    ways.put("broadcast", () -> two.udp("192.168.49.255", 67));
    ways.put("ping", () -> two.ping(LAPTOP));
    ways.put("ping over IPv6", () -> two.ping(LAPTOP_SIX));
    return ways;
  }

  private Map<String, Try> frames() {
    Map<String, Try> frames = new LinkedHashMap<>();
    frames.put("a frame of IPv4", () -> two.frame(0x0800, 0x0800));
    frames.put("a frame of IPv6", () -> two.frame(0x86dd, 0x86dd));
    frames.put("a frame of a type of its own", () -> two.frame(0x88b5, 0x88b5));
    frames.put("a frame of IPv4 that is called address resolution", () -> two.frame(0x800, 0x806));
    frames.put("a frame of its own type that is called IPv4", () -> two.frame(0x88b5, 0x0800));
    return frames;
  }

  private void assertOut(Map<String, Try> tries, boolean out) throws Exception {
    for (Map.Entry<String, Try> each : tries.entrySet()) {
      long before = two.witnessed();
      each.getValue().go();
      long end = System.nanoTime() + (out ? 2_000_000_000L : 20_000_000L);
      long more = two.witnessed() - before;
      while (more == 0 && System.nanoTime() - end < 0) {
        Thread.sleep(2);
        more = two.witnessed() - before;
      }
      assertTrue(out ? more > 0 : more == 0, each.getKey() + ": " + more + " frames");
    }
  }

  @Test
  void whatGetsOutWithoutRulesDoesNotWithThem() throws Exception {
    assertOut(ways(), true);
    assertOut(frames(), true);
    lock();
    assertOut(ways(), false);
    assertOut(Map.of("the session", () -> two.tcp(LAPTOP, PORT)), false);
    open();
    assertOut(ways(), false);
    assertOut(frames(), false);
    assertOut(Map.of("the handshake", () -> two.frame(0x888e, 0x888e)), true);
  }

  @Test
  void theSessionWorksOnceItsWayIsOpenAndNotWhenTheRulesAreLoadedAnew() throws Exception {
    try (ServerSocket laptop = TwoMachines.listening(two.far, "0.0.0.0", PORT)) {
      lock();
      assertFalse(TwoMachines.connects(two.near, LAPTOP, PORT));
      open();
      try (Socket session = two.near.call(() -> new Socket(LAPTOP, PORT));
          Socket there = laptop.accept()) {
        session.getOutputStream().write(7);
        assertEquals(7, there.getInputStream().read());
        there.getOutputStream().write(8);
        assertEquals(8, session.getInputStream().read());
      }
      open();
      assertTrue(TwoMachines.reaches(two.near, LAPTOP, PORT), "opened twice");
      lock();
      assertFalse(TwoMachines.connects(two.near, LAPTOP, PORT));
    }
  }

  @Test
  void aMadeUpInterfaceNamedLikeTheGroupAfterItGetsNothingOut() throws Exception {
    lock();
    open();
    TwoMachines.run(two.near, "ip link del " + GROUP);
    TwoMachines.run(two.near, "ip link add " + GROUP + " type veth peer name outside");
    TwoMachines.run(two.near, "ip addr add 192.168.49.128/24 dev " + GROUP);
    TwoMachines.run(two.near, "ip link set " + GROUP + " up");
    TwoMachines.run(two.near, "ip link set outside up");
    TwoMachines.awaitUp(two.near, "outside");
    TwoMachines.awaitUp(two.near, GROUP);
    TwoMachines.run(
        two.near, "ip neigh replace 192.168.49.1 lladdr 02:00:00:00:00:01 dev " + GROUP);
    long before = TwoMachines.witnessed(two.near, "outside");
    assertFalse(TwoMachines.connects(two.near, LAPTOP, PORT));
    two.udp(LAPTOP, 53);
    assertEquals(before, TwoMachines.witnessed(two.near, "outside"));
  }

  @Test
  void nobodyComesInNotEvenFromTheSessionPort() throws Exception {
    try (ServerSocket handheld = TwoMachines.listening(two.near, "0.0.0.0", 8080);
        ServerSocket six = TwoMachines.listening(two.near, "fd49::80", 8081)) {
      assertTrue(TwoMachines.reaches(two.far, "192.168.49.128", handheld.getLocalPort()));
      assertTrue(TwoMachines.reaches(two.far, "fd49::80", six.getLocalPort()));
      lock();
      open();
      assertFalse(TwoMachines.connects(two.far, "192.168.49.128", 8080));
      assertFalse(TwoMachines.connects(two.far, "fd49::80", 8081));
      assertFalse(fromSessionPort());
      assertTrue(TwoMachines.reaches(two.near, "127.0.0.1", 8080), "loopback");
    }
  }

  private boolean fromSessionPort() throws Exception {
    return two.far.call(
        () -> {
          try (Socket socket = new Socket()) {
            socket.bind(new java.net.InetSocketAddress(LAPTOP, PORT));
            socket.connect(new java.net.InetSocketAddress("192.168.49.128", 8080), 300);
            return true;
          } catch (java.io.IOException e) {
            return false;
          }
        });
  }

  @Test
  void nothingIsPassedOn() throws Exception {
    try (NetworkNamespace third = NetworkNamespace.make().orElseThrow()) {
      String task =
          third.call(() -> "/proc/" + Files.readSymbolicLink(Path.of("/proc/thread-self")));
      TwoMachines.run(two.near, "ip link add lan type veth peer name far2");
      TwoMachines.run(two.near, "ip link set far2 netns " + task + "/ns/net");
      TwoMachines.run(two.near, "ip addr add 10.7.0.1/24 dev lan");
      TwoMachines.run(two.near, "ip link set lan up");
      TwoMachines.run(third, "ip addr add 10.7.0.2/24 dev far2");
      TwoMachines.run(third, "ip link set far2 up");
      TwoMachines.awaitUp(third, "far2");
      TwoMachines.awaitUp(two.near, "lan");
      TwoMachines.run(third, "ip route add default via 10.7.0.1");
      two.near.call(() -> Files.writeString(Path.of("/proc/sys/net/ipv4/ip_forward"), "1"));
      try (ServerSocket laptop = TwoMachines.listening(two.far, "0.0.0.0", PORT)) {
        TwoMachines.run(two.far, "ip route add 10.7.0.0/24 via 192.168.49.128");
        assertTrue(TwoMachines.reaches(third, LAPTOP, laptop.getLocalPort()));
        lock();
        open();
        long before = two.witnessed();
        assertFalse(TwoMachines.connects(third, LAPTOP, PORT));
        assertEquals(before, two.witnessed());
      }
    }
  }
}
