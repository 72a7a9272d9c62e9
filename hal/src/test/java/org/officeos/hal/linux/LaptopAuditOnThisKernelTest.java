package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.officeos.hal.linux.TwoMachines.GROUP;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.hal.airgap.AirgapSettings;
import org.officeos.hal.airgap.DaemonFacts;
import org.officeos.hal.airgap.Finding;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.Part;
import org.officeos.hal.airgap.Policy;
import org.officeos.hal.airgap.Radio;
import org.officeos.hal.airgap.Snapshot;
import org.officeos.hal.fence.LaptopFence;
import org.officeos.hal.linux.lib.NativeLibC;
import org.officeos.hal.netlink.InterfaceType;
import org.officeos.hal.netlink.WirelessInterface;
import org.officeos.hal.p2p.Ipv4;

/**
 * The laptop's side on the kernel that the tests run on, the near machine being the laptop. That
 * its interface is a group's is put in by hand, since a veth has no radio; all else the kernel
 * tells.
 */
class LaptopAuditOnThisKernelTest {

  private static final String OWN = "192.168.49.128";
  private static final LaptopFence FENCE =
      new LaptopFence(GROUP, Ipv4.of(192, 168, 49, 128), 47100);

  private TwoMachines two;
  private ServerSocket session;
  private ServerSocket other;

  @BeforeEach
  void aLaptopThatForwards() throws Exception {
    Optional<TwoMachines> made = TwoMachines.make();
    assumeTrue(made.isPresent(), "needs CAP_SYS_ADMIN for network namespaces, and nft");
    two = made.get();
    two.near.call(() -> Files.writeString(Path.of("/proc/sys/net/ipv4/ip_forward"), "1"));
    session = TwoMachines.listening(two.near, OWN, 47100);
    other = TwoMachines.listening(two.near, "::", 8080);
  }

  @AfterEach
  void leave() throws Exception {
    if (two != null) {
      session.close();
      other.close();
      two.close();
    }
  }

  private List<String> found(LeakVector vector) throws Exception {
    AirgapReader reader =
        new AirgapReader(Path.of("/"), true, Optional.of(new NativeLibC()), System::nanoTime);
    Snapshot read = two.near.call(reader::read);
    Radio radio = new Radio(0, "phy0", "test", Set.of(InterfaceType.P2P_GO));
    WirelessInterface owner =
        new WirelessInterface(
            0,
            1,
            OptionalInt.of(two.index()),
            Optional.of(GROUP),
            InterfaceType.P2P_GO,
            Optional.empty(),
            Optional.empty());
    Snapshot group =
        read.with(Part.RADIOS, Part.RADIOS.read(List.of(radio), "test"))
            .with(Part.WIRELESS, Part.WIRELESS.read(List.of(owner), "test"))
            .with(Part.DAEMON, Part.DAEMON.read(DaemonFacts.NONE, "test"));
    return Policy.judge(group, AirgapSettings.LAPTOP).of(vector).stream()
        .filter(each -> each.state() == Finding.State.FAIL || each.state() == Finding.State.ERROR)
        .map(each -> each.subject() + ": " + each.observed())
        .toList();
  }

  private void assertReached(boolean reached) throws Exception {
    List<String> services = found(LeakVector.LAPTOP_SERVICES);
    List<String> forwards = found(LeakVector.LAPTOP_FORWARDS);
    if (!reached) {
      assertEquals(List.of(), services);
      assertEquals(List.of(), forwards);
      return;
    }
    assertTrue(services.contains(GROUP + ": no chain drops what else comes in by it"));
    assertTrue(services.contains("java: TCP port 8080 on :: is reached"), services.toString());
    assertTrue(services.stream().noneMatch(each -> each.contains("47100")), services.toString());
    assertTrue(forwards.contains(GROUP + ": IPv4 from it is passed on"), forwards.toString());
    assertTrue(forwards.contains(GROUP + ": IPv4 of others is passed on to it"));
  }

  @Test
  void theFenceSettlesItAndWithoutItAllIsFound() throws Exception {
    assertReached(true);
    two.load(two.near, FENCE.raising());
    assertReached(false);
    two.load(two.near, LaptopFence.lowering());
    assertReached(true);
  }

  @Test
  void rulesOfOthersBesideTheFenceChangeNothing() throws Exception {
    two.load(two.near, FENCE.raising());
    two.load(
        two.near,
        """
        table ip docker {
          chain forward {
            type filter hook forward priority -100; policy accept;
            accept
          }
          chain nat {
            type nat hook postrouting priority srcnat;
            ip saddr 172.17.0.0/16 masquerade
          }
        }
        """);
    assertReached(false);
  }

  @Test
  void aFenceThatSomebodyOpenedIsFound() throws Exception {
    two.load(two.near, FENCE.raising());
    two.load(two.near, "insert rule inet officeos_laptop in tcp dport 8080 accept\n");
    assertTrue(found(LeakVector.LAPTOP_SERVICES).contains("java: TCP port 8080 on :: is reached"));
    two.load(two.near, FENCE.raising());
    two.load(two.near, "flush chain inet officeos_laptop through\n");
    assertTrue(found(LeakVector.LAPTOP_FORWARDS).contains(GROUP + ": IPv4 from it is passed on"));
  }

  @Test
  void aGroupInABridgeIsFound() throws Exception {
    two.load(two.near, FENCE.raising());
    TwoMachines.run(two.near, "ip link add br7 type bridge");
    TwoMachines.run(two.near, "ip link set " + GROUP + " master br7");
    assertEquals(List.of(GROUP + ": belongs to br7"), found(LeakVector.LAPTOP_FORWARDS));
  }
}
