package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.guard.GuardLoop;
import org.officeos.hal.guard.GuardRecord;
import org.officeos.hal.linux.lib.NativeLibC;
import org.officeos.hal.netlink.Link;
import org.officeos.hal.netlink.LinkEvent;
import org.officeos.hal.netlink.Links;
import org.officeos.hal.netlink.NetlinkMessage;

/** The guard on the kernel that the tests run on, in a network namespace of the test's own. */
class GuardOnThisKernelTest {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final long STEP = 20_000_000;

  private GuardRoom inside;
  private List<GuardRecord> records;
  private NetlinkSocket attacker;

  @BeforeEach
  void enter() throws Exception {
    inside = GuardRoom.make();
    records = inside.records;
    attacker = listener();
  }

  @AfterEach
  void leave() {
    if (inside != null) {
      attacker.close();
      inside.close();
    }
  }

  private NetlinkSocket listener() throws Exception {
    return inside
        .inside()
        .call(() -> NetlinkSocket.open(new NativeLibC(), Links.PROTOCOL, System::nanoTime));
  }

  private GuardLoop guard() throws Exception {
    return inside.guard(NetlinkSocket.BUFFER, false);
  }

  private void run(String command) throws Exception {
    inside.run(command.split(" "));
  }

  /** What the product has no request for. */
  private void setUp(int index) throws Exception {
    byte[] payload =
        ByteBuffer.allocate(16)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(4, index)
            .putInt(8, Link.F_UP)
            .putInt(12, Link.F_UP)
            .array();
    int flags = NetlinkMessage.F_REQUEST | NetlinkMessage.F_ACK;
    attacker.question(n -> new NetlinkMessage(16, flags, n, 0, payload), SOON);
  }

  private List<Link> links() throws Exception {
    return Links.read(attacker.dump(Links::request, SOON));
  }

  private int index(String name) throws Exception {
    return links().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow()
        .index();
  }

  private List<String> up() throws Exception {
    return links().stream().filter(Link::isUp).map(Link::name).toList();
  }

  /** Runs the guard until only loopback is up. */
  private void untilShut(GuardLoop guard) throws Exception {
    for (int i = 0; i < 500 && !up().equals(List.of("lo")); i++) {
      guard.step(STEP);
    }
    assertEquals(List.of("lo"), up());
    guard.settle(SOON.toNanos());
  }

  private List<GuardRecord.Shut> shut(LeakVector vector) {
    return records.stream()
        .filter(GuardRecord.Shut.class::isInstance)
        .map(GuardRecord.Shut.class::cast)
        .filter(each -> each.opening().vector() == vector)
        .toList();
  }

  @Test
  void aVethThatIsSetUpIsDownAgain() throws Exception {
    GuardLoop guard = guard();
    guard.begin();
    run("ip link add eth7 type veth peer name p2p-wlan0-0");
    run("ip link set p2p-wlan0-0 up");
    run("ip link set eth7 up");
    untilShut(guard);
    List<String> names =
        shut(LeakVector.LINK_UP).stream().map(each -> each.opening().subject()).distinct().toList();
    assertTrue(names.containsAll(List.of("p2p-wlan0-0", "eth7")), records.toString());
    GuardRecord.Shut first = shut(LeakVector.LINK_UP).get(0);
    assertEquals("up; kind veth", first.opening().observed());
    assertEquals("switched off", first.how());
    assertTrue(first.took() > 0, first.toString());
  }

  @Test
  void aBridgeAndWhatItHoldsAreDownAgain() throws Exception {
    GuardLoop guard = guard();
    guard.begin();
    run("ip link add eth7 type veth peer name other");
    run("ip link add br7 type bridge");
    run("ip link set eth7 master br7");
    run("ip link set eth7 up");
    run("ip link set br7 up");
    untilShut(guard);
    assertTrue(
        shut(LeakVector.LINK_UP).stream()
            .anyMatch(each -> each.opening().observed().equals("up; kind bridge")),
        records.toString());
  }

  @Test
  void setUpAgainInALoopItIsDownEachTime(TestReporter reporter) throws Exception {
    run("ip link add eth7 type veth peer name other");
    int index = index("eth7");
    GuardLoop guard = guard();
    guard.begin();
    int times = 400;
    long[] took = new long[times];
    Thread thread = new Thread(() -> keep(guard), "guard");
    thread.start();
    try (NetlinkSocket witness = listener()) {
      witness.join(Links.GROUP);
      for (int i = 0; i < times; i++) {
        took[i] = untilDown(witness, index);
      }
    } finally {
      thread.interrupt();
      thread.join();
    }
    assertEquals(List.of("lo"), up());
    assertEquals(List.of(), guard.settle(SOON.toNanos()));
    guard.end();
    int counted =
        records.stream()
            .filter(GuardRecord.Repeated.class::isInstance)
            .mapToInt(each -> ((GuardRecord.Repeated) each).times())
            .sum();
    assertEquals(times, counted + shut(LeakVector.LINK_UP).size());
    assertTrue(records.size() < times / 4, records.size() + " lines");
    String figures =
        "first 200: " + figures(took, 0, 200) + "; next 200: " + figures(took, 200, times);
    reporter.publishEntry("set up to down, seen by another listener, µs", figures);
    Files.writeString(
        Path.of("target", "guard-figures.txt"), "set up to down, µs: " + figures + "\n");
  }

  private static String figures(long[] nanos, int from, int to) {
    long[] some = Arrays.copyOfRange(nanos, from, to);
    Arrays.sort(some);
    int count = some.length;
    return String.format(
        Locale.ROOT,
        "p50 %d, p99 %d, most %d",
        some[count / 2] / 1000,
        some[count * 99 / 100] / 1000,
        some[count - 1] / 1000);
  }

  private static void keep(GuardLoop guard) {
    while (!Thread.currentThread().isInterrupted()) {
      guard.step(STEP);
    }
  }

  private long untilDown(NetlinkSocket witness, int index) throws Exception {
    setUp(index);
    long seenUp = 0;
    long end = System.nanoTime() + SOON.toNanos();
    while (System.nanoTime() < end) {
      for (NetlinkMessage message : witness.next(SOON)) {
        LinkEvent event = Links.event(message).orElseThrow();
        Link link = ((LinkEvent.Here) event).detail().link();
        if (link.index() == index && link.isUp()) {
          seenUp = seenUp == 0 ? System.nanoTime() : seenUp;
        } else if (link.index() == index && seenUp != 0) {
          return System.nanoTime() - seenUp;
        }
      }
    }
    throw new AssertionError("it stayed up");
  }

  @Test
  void manyAreSetUpAtOnceByAnAttackerWhoDoesNotWait() throws Exception {
    for (int i = 0; i < 20; i++) {
      run("ip link add eth" + i + " type veth peer name other" + i);
    }
    List<Integer> all = links().stream().filter(each -> each.index() > 1).map(Link::index).toList();
    GuardLoop guard = guard();
    guard.begin();
    Thread thread = new Thread(() -> keep(guard), "guard");
    thread.start();
    try {
      for (int round = 0; round < 10; round++) {
        for (int index : all) {
          setUp(index);
        }
      }
      for (int i = 0; i < 250 && !up().equals(List.of("lo")); i++) {
        Thread.sleep(20);
      }
    } finally {
      thread.interrupt();
      thread.join();
    }
    assertEquals(List.of("lo"), up());
  }

  @Test
  void addressesAndRoutesOfOthersAreRemovedAndThoseOfLoopbackStay() throws Exception {
    run("ip link add eth7 type veth peer name other");
    run("ip addr add 10.7.0.2/24 dev eth7");
    run("ip route add 172.16.0.0/12 dev lo table 100");
    GuardLoop guard = guard();
    guard.begin();
    run("ip addr add 10.8.0.2/24 dev eth7");
    run("ip route add default dev lo table 100");
    guard.step(STEP);
    guard.settle(SOON.toNanos());
    assertFalse(inside.run("ip", "addr").contains("10."), inside.run("ip", "addr"));
    assertTrue(inside.run("ip", "addr").contains("127.0.0.1/8"));
    assertEquals("172.16.0.0/12 scope link", table("100"));
    assertEquals(2, shut(LeakVector.LINK_UP).size(), records.toString());
    assertEquals(1, shut(LeakVector.DEFAULT_ROUTE).size(), records.toString());
  }

  private String table(String number) throws Exception {
    return inside.run("ip", "route", "show", "table", number).replace("dev lo ", "").strip();
  }

  @Test
  void theRoutesOfAnInterfaceThatIsSetUpGoWithIt() throws Exception {
    run("ip link add eth7 type veth peer name other");
    GuardLoop guard = guard();
    guard.begin();
    inside.run(
        "sh",
        "-c",
        "ip link set eth7 up; ip addr add 10.7.0.2/24 dev eth7;"
            + " ip route add default via 10.7.0.1 table 100; ip link set other up");
    untilShut(guard);
    guard.settle(SOON.toNanos());
    assertEquals("", inside.run("ip", "route"));
    assertFalse(inside.run("ip", "addr").contains("10.7."));
  }

  /** Runs the guard until that setting is 0. */
  private void untilOff(GuardLoop guard, String setting) throws Exception {
    for (int i = 0; i < 500 && !inside.read(setting).equals("0"); i++) {
      guard.step(STEP);
    }
    assertEquals("0", inside.read(setting));
  }

  @Test
  void forwardingIsSwitchedOffByInterfaceAndSaidOfThoseToCome() throws Exception {
    run("ip link add eth7 type veth peer name other");
    GuardLoop guard = guard();
    guard.begin();
    assertEquals(List.of(), records);
    inside.write("ipv4/ip_forward", "1");
    untilOff(guard, "ipv4/conf/eth7/forwarding");
    untilOff(guard, "ipv4/conf/other/forwarding");
    assertEquals("1", inside.read("ipv4/conf/default/forwarding"), "which no request reaches");
    assertEquals("1", inside.read("ipv4/conf/lo/forwarding"), "which is none of its business");
    guard.step(STEP);
    List<String> said =
        records.stream()
            .filter(GuardRecord.Open.class::isInstance)
            .map(each -> ((GuardRecord.Open) each).opening().subject())
            .toList();
    assertEquals(List.of("net/ipv4/conf/default/forwarding"), said);
    assertEquals(
        List.of("forwarding switched off"),
        shut(LeakVector.FORWARDING).stream().map(GuardRecord.Shut::how).distinct().toList());
    inside.write("ipv4/ip_forward", "0");
    assertEquals(List.of(), guard.settle(SOON.toNanos()));
  }

  @Test
  void anInterfaceThatIsBornForwardingIsSwitchedOffToo() throws Exception {
    GuardLoop guard = guard();
    guard.begin();
    inside.write("ipv4/conf/default/forwarding", "1");
    run("ip link add eth7 type veth peer name other");
    untilOff(guard, "ipv4/conf/eth7/forwarding");
    untilOff(guard, "ipv4/conf/other/forwarding");
    for (int i = 0; i < 10; i++) {
      run("ip link add eth8 type veth peer name other8");
      guard.step(0);
      run("ip link del eth8");
    }
    inside.write("ipv4/conf/default/forwarding", "0");
    assertEquals(List.of(), guard.settle(SOON.toNanos()));
  }

  @Test
  void forwardingThatIsSetAgainInALoopIsOffEachTimeAndFillsNoLog() throws Exception {
    run("ip link add eth7 type veth peer name other");
    GuardLoop guard = guard();
    guard.begin();
    int times = 200;
    for (int i = 0; i < times; i++) {
      inside.write("ipv4/conf/eth7/forwarding", "1");
      untilOff(guard, "ipv4/conf/eth7/forwarding");
    }
    assertEquals(List.of(), guard.settle(SOON.toNanos()));
    guard.end();
    assertTrue(records.size() < times / 4, records.size() + " lines");
  }

  @Test
  void ofIpv6TheSettingForAllIsWhatIsSaid() throws Exception {
    String all = "ipv6/conf/all/forwarding";
    assumeTrue(inside.has(all), "needs IPv6");
    run("ip link add eth7 type veth peer name other");
    GuardLoop guard = guard();
    guard.begin();
    inside.write(all, "1");
    for (String each : List.of("eth7", "other", "default", "lo")) {
      inside.write("ipv6/conf/" + each + "/forwarding", "0");
    }
    guard.step(STEP);
    assertEquals(
        List.of("net/ipv6/conf/all/forwarding"),
        guard.settle(STEP).stream().map(each -> each.subject()).toList());
    inside.write(all, "0");
    assertEquals(List.of(), guard.settle(SOON.toNanos()));
  }

  @Test
  void anIpv6AddressIsRemoved() throws Exception {
    run("ip link add eth7 type veth peer name other");
    GuardLoop guard = guard();
    guard.begin();
    try {
      run("ip addr add fd00::7/64 dev eth7");
    } catch (IOException withoutIpv6) {
      assumeTrue(false, "needs a kernel with IPv6");
    }
    guard.step(STEP);
    guard.settle(SOON.toNanos());
    assertFalse(inside.run("ip", "addr").contains("fd00::7"));
    assertEquals(1, shut(LeakVector.IPV6).size(), records.toString());
  }

  @Test
  void whatWasLostIsLookedAtAnew() throws Exception {
    for (int i = 0; i < 10; i++) {
      run("ip link add eth" + i + " type veth peer name other" + i);
    }
    List<Integer> all = links().stream().filter(each -> each.index() > 1).map(Link::index).toList();
    GuardLoop guard = inside.guard(1, false);
    guard.begin();
    for (int round = 0; round < 3; round++) {
      for (int index : all) {
        setUp(index);
        attacker.question(n -> Links.switchOff(index, n), SOON);
      }
    }
    for (int index : all) {
      setUp(index);
    }
    guard.step(STEP);
    assertEquals(List.of("lo"), up(), "one step takes all: what waited is not dealt with singly");
    assertEquals(List.of(), guard.settle(SOON.toNanos()));
  }

  @Test
  void whatStoodOpenWhileNoGuardRanIsShutAsOneBegins() throws Exception {
    LinuxGuardKernel first = inside.kernel(NetlinkSocket.BUFFER, Optional.empty());
    new GuardLoop(first, System::nanoTime, records::add, false).begin();
    first.close();
    run("ip link add eth7 type veth peer name other");
    run("ip link set eth7 up");
    run("ip addr add 10.7.0.2/24 dev eth7");
    GuardLoop next = guard();
    next.begin();
    assertEquals(List.of("lo"), up());
    assertEquals(List.of(), next.settle(SOON.toNanos()));
    assertFalse(inside.run("ip", "addr").contains("10.7."));
  }

  @Test
  void aDryRunChangesNothingAndSaysWhatItWouldDo() throws Exception {
    run("ip link add eth7 type veth peer name other");
    run("ip link set eth7 up");
    GuardLoop guard = inside.guard(NetlinkSocket.BUFFER, true);
    guard.begin();
    assertEquals(1, guard.settle(SOON.toNanos()).size());
    assertEquals(List.of("lo", "eth7").size(), up().size());
    GuardRecord.Open open = (GuardRecord.Open) records.get(0);
    assertEquals("eth7", open.opening().subject());
    assertEquals("only looked at", open.why());
  }
}
