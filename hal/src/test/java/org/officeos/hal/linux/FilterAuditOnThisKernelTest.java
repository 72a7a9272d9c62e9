package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.officeos.hal.linux.TwoMachines.GROUP;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.hal.airgap.AirgapSettings;
import org.officeos.hal.airgap.Finding;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.airgap.Part;
import org.officeos.hal.airgap.Policy;
import org.officeos.hal.airgap.Radio;
import org.officeos.hal.airgap.Reading;
import org.officeos.hal.airgap.Snapshot;
import org.officeos.hal.fence.GroupWay;
import org.officeos.hal.linux.lib.NativeLibC;
import org.officeos.hal.netlink.InterfaceType;
import org.officeos.hal.netlink.WirelessInterface;
import org.officeos.hal.p2p.Ipv4;

/**
 * The rules that are meant, and each way of widening them, loaded into a kernel and read back from
 * it. That the veth is a group's interface, the test says, as no radio is there.
 */
class FilterAuditOnThisKernelTest {

  private static final String OUT = "add rule inet officeos_airgap output oif " + GROUP;

  private TwoMachines two;

  @BeforeEach
  void lockedWithAGroup() throws Exception {
    Optional<TwoMachines> made = TwoMachines.make();
    assumeTrue(made.isPresent(), "needs CAP_SYS_ADMIN for network namespaces, and nft");
    two = made.get();
    intended();
  }

  @AfterEach
  void leave() {
    if (two != null) {
      two.close();
    }
  }

  private void intended() throws Exception {
    two.near.run("nft", "flush", "ruleset");
    two.loadFile("officeos-airgap.nft");
    GroupWay way = new GroupWay(two.index(), GROUP, Ipv4.of(192, 168, 49, 1), 47100);
    two.load(two.near, way.frames() + way.opening());
  }

  private Snapshot snapshot() throws Exception {
    Snapshot told =
        two.near.call(
            () ->
                new AirgapNetlink(new NativeLibC(), System::nanoTime, Path.of("/sys"))
                    .into(Snapshot.EMPTY));
    WirelessInterface group =
        new WirelessInterface(
            0,
            9,
            OptionalInt.of(two.index()),
            Optional.of(GROUP),
            InterfaceType.P2P_CLIENT,
            Optional.empty(),
            Optional.empty());
    Radio radio = new Radio(0, "phy0", "none", Set.of(InterfaceType.P2P_DEVICE));
    return told.with(Part.WIRELESS, new Reading.Read<>(List.of(group), "test"))
        .with(Part.RADIOS, new Reading.Read<>(List.of(radio), "test"));
  }

  private List<String> found(LeakVector... vectors) throws Exception {
    Snapshot snapshot = snapshot();
    List<String> found = new ArrayList<>();
    for (LeakVector vector : vectors) {
      Policy.judge(snapshot, AirgapSettings.USUAL).of(vector).stream()
          .filter(each -> each.state() != Finding.State.PASS)
          .map(Finding::observed)
          .forEach(found::add);
    }
    return found;
  }

  @Test
  void theIntendedRulesHaveNoFinding() throws Exception {
    assertEquals(List.of(), found(LeakVector.BASE_CHAIN, LeakVector.WIDE_ACCEPT));
    two.loadFile("officeos-airgap.nft");
    assertEquals(List.of(), found(LeakVector.BASE_CHAIN, LeakVector.WIDE_ACCEPT), "no way open");
  }

  @Test
  void eachWayOfWideningThemIsFound() throws Exception {
    Map<String, String> wider = new LinkedHashMap<>();
    wider.put(OUT + " ip daddr 192.168.49.1 tcp dport 22 accept", "accepts port 22");
    wider.put(OUT + " ip daddr 192.168.49.1 udp dport 47100 accept", "accepts more than TCP");
    wider.put(OUT + " tcp dport 47100 accept", "accepts more than IPv4");
    wider.put(OUT + " meta nfproto ipv4 tcp dport 47100 accept", "accepts any peer");
    wider.put(OUT + " ip daddr 192.168.49.0/24 tcp dport 47100 accept", "accepts what is not");
    wider.put(
        "add rule inet officeos_airgap output ip daddr 192.168.49.1 tcp dport 47100 accept",
        "accepts any interface");
    wider.put(
        "add rule inet officeos_airgap output oifname \"p2p-*\" ip daddr 192.168.49.1"
            + " tcp dport 47100 accept",
        "accepts any interface");
    wider.put(
        "add rule inet officeos_airgap output oifname \"p2p-wlan0-0\" ip daddr 192.168.49.1"
            + " tcp dport 47100 accept",
        "accepts an interface by its name, which anyone can take");
    wider.put(
        "add chain inet officeos_airgap more\nadd rule inet officeos_airgap more accept\n"
            + OUT
            + " jump more",
        "accepts more than IPv4");
    wider.put(
        "add element inet officeos_airgap ways { " + GROUP + " . 192.168.49.1 . 53 }",
        "accepts port 53");
    wider.put(
        "add chain inet officeos_airgap output { policy accept; }",
        "accepts what no rule speaks of");
    wider.put("add rule inet officeos_airgap forward accept", "accepts what is for others");
    wider.put(OUT + " limit rate 1/day accept", "accepts what is not understood: limit");
    wider.put(
        "add rule netdev officeos_airgap frames meta protocol arp accept",
        "accepts more than IPv4");
    wider.put(
        "add table ip other\nadd chain ip other nat { type nat hook postrouting priority 100; }",
        "is not the air gap's");
    for (Map.Entry<String, String> each : wider.entrySet()) {
      intended();
      two.load(two.near, each.getKey() + "\n");
      List<String> found = found(LeakVector.WIDE_ACCEPT);
      assertTrue(
          found.stream().anyMatch(seen -> seen.startsWith(each.getValue())),
          each.getKey() + ": " + found);
    }
  }

  @Test
  void whatWasTriedIsCounted() throws Exception {
    two.near.call(
        () -> Files.writeString(Path.of("/proc/sys/net/ipv6/conf", GROUP, "disable_ipv6"), "1"));
    intended();
    assertEquals(List.of(), found(LeakVector.ATTEMPTS));
    two.udp(TwoMachines.LAPTOP, 53);
    assertEquals(List.of("1 dropped"), found(LeakVector.ATTEMPTS));
    two.frame(0x88b5, 0x88b5);
    assertEquals(List.of("1 dropped", "1 dropped"), found(LeakVector.ATTEMPTS));
  }
}
