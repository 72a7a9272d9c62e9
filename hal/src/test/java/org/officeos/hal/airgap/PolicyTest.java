package org.officeos.hal.airgap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.officeos.hal.airgap.Handhelds.read;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.officeos.hal.airgap.Finding.State;
import org.officeos.hal.airgap.NetworkLink.Bus;
import org.officeos.hal.netlink.InterfaceType;
import org.officeos.hal.netlink.IpPrefix;
import org.officeos.hal.netlink.IpRoute;
import org.officeos.hal.netlink.WirelessInterface;

class PolicyTest {

  private static Verdict judge(Snapshot snapshot) {
    return Policy.judge(snapshot, AirgapSettings.USUAL);
  }

  private static List<String> failures(Snapshot snapshot) {
    return judge(snapshot).of(State.FAIL).stream()
        .map(each -> each.vector() + " " + each.subject() + ": " + each.observed())
        .toList();
  }

  @Test
  void handheldsAsTheyAreMeantToBeHaveNoFindings() {
    for (Snapshot each :
        List.of(Handhelds.inGroup(), Handhelds.inGroupWithoutP2pDevice(), Handhelds.idle())) {
      assertEquals(List.of(), failures(each));
      assertTrue(judge(each).isClean(), judge(each).of(State.ERROR).toString());
      assertEquals(
          Policy.judged(Side.HANDHELD),
          judge(each).of(State.PASS).stream().map(Finding::vector).toList());
    }
  }

  @Test
  void everyJudgedVectorIsFoundWhenItIsProvoked() {
    Map<LeakVector, Provoked.Provocation> all = Provoked.all();
    assertEquals(Set.copyOf(Policy.judged(Side.HANDHELD)), all.keySet());
    all.forEach(
        (vector, provoked) -> {
          List<Finding> found = judge(provoked.snapshot()).of(vector);
          assertEquals(
              List.of(State.FAIL), found.stream().map(Finding::state).toList(), vector.toString());
          assertEquals(provoked.subject(), found.get(0).subject());
          assertEquals(Policy.expected(vector), Optional.of(found.get(0).expected()));
          assertEquals(Policy.fix(vector), Optional.of(found.get(0).fix()));
          assertEquals("test", found.get(0).source());
        });
  }

  @Test
  void oneThingIsSaidOnce() {
    IpRoute route =
        new IpRoute(
            IpPrefix.everything(false), 254, 1, OptionalInt.of(Handhelds.GROUP), Optional.empty());
    Snapshot twice = Handhelds.inGroup().with(Part.ROUTES, read(List.of(route, route)));
    assertEquals(
        List.of("DEFAULT_ROUTE 0.0.0.0/0 in table 254: leads out by p2p-wlan0-0"), failures(twice));
  }

  @Test
  void nothingReadIsAnErrorOfEveryVectorAndNeverAPass() {
    Verdict verdict = judge(Snapshot.EMPTY);
    for (LeakVector vector : Policy.judged(Side.HANDHELD)) {
      Set<State> states =
          verdict.of(vector).stream().map(Finding::state).collect(Collectors.toSet());
      assertTrue(states.contains(State.ERROR), vector.toString());
      assertFalse(states.contains(State.PASS), vector.toString());
      assertFalse(states.contains(State.FAIL), vector.toString());
    }
    assertFalse(verdict.isClean());
  }

  @Test
  void everyPartIsNeededBySomeCheckAndNamedWhenItCannotBeRead() {
    Set<LeakVector> failing = EnumSet.noneOf(LeakVector.class);
    for (Part<?> part : Part.ALL) {
      if (part == Part.DAEMON) {
        continue;
      }
      Verdict verdict = judge(without(Handhelds.inGroup(), part));
      assertFalse(verdict.of(State.ERROR).isEmpty(), part + " is looked at by nobody");
      for (Finding error : verdict.of(State.ERROR)) {
        assertEquals(part.toString(), error.subject());
        assertEquals("not permitted; run as root (EPERM)", error.observed());
        assertEquals("/where", error.source());
        failing.add(error.vector());
      }
    }
    assertEquals(Set.copyOf(Policy.judged(Side.HANDHELD)), failing);
  }

  private static <T> Snapshot without(Snapshot snapshot, Part<T> part) {
    return snapshot.with(part, part.unreadable(Reading.Why.DENIED, "EPERM", "/where"));
  }

  @Test
  void whatOnlyRunsIsSkippedInAnImage() {
    Snapshot image =
        Handhelds.inGroup()
            .with(Part.PROGRAMS, Part.PROGRAMS.unreadable(Reading.Why.NOT_RUNNING, "", "/proc"));
    List<Finding> found = judge(image).of(LeakVector.MANAGER);
    assertEquals(List.of(State.SKIP), found.stream().map(Finding::state).toList());
    assertEquals("only a running machine has it", found.get(0).observed());
    assertTrue(judge(image).isClean());
  }

  @Test
  void withP2pDeviceAStationInterfaceMayNotBeUp() {
    Snapshot up =
        Handhelds.inGroup()
            .with(
                Part.LINKS,
                read(List.of(Handhelds.lo(), Handhelds.wlan0(true), Handhelds.group())));
    assertEquals(
        List.of(
            "LINK_UP wlan0: up; managed of phy0, driver mac80211_hwsim",
            "PACKET_SOCKET wlan0: no chain on egress drops by default"),
        failures(up));
  }

  @Test
  void withoutP2pDeviceItMayBeUpButNeitherAddressedNorInANetworkNorRunning() {
    Snapshot up = Handhelds.inGroupWithoutP2pDevice();
    assertEquals(
        List.of("LINK_UP wlan0: up for discovery, but with an address"),
        failures(
            up.with(
                Part.ADDRESSES,
                read(
                    List.of(
                        Handhelds.address(Handhelds.WLAN0, "0a000002", 24),
                        Handhelds.address(Handhelds.GROUP, "c0a83180", 24))))));
    assertEquals(
        List.of("ASSOCIATED wlan0: a station of a network"),
        failures(
            up.with(
                Part.WIRELESS,
                read(
                    List.of(
                        Handhelds.station("home"),
                        Handhelds.client(Handhelds.GROUP, Handhelds.GROUP_NAME, "DIRECT-ab"))))));
    NetworkLink running =
        new NetworkLink(
            2, "wlan0", true, true, 1, Optional.empty(), OptionalInt.empty(), Bus.SDIO, false);
    assertEquals(
        List.of("ASSOCIATED wlan0: a station that can carry traffic"),
        failures(up.with(Part.LINKS, read(List.of(Handhelds.lo(), running, Handhelds.group())))));
  }

  @Test
  void aGroupIsToldByItsTypeAndRadioNeverByItsName() {
    Snapshot renamed =
        Handhelds.inGroup()
            .with(
                Part.WIRELESS,
                read(
                    List.of(
                        Handhelds.wireless(
                            Handhelds.GROUP, Handhelds.GROUP_NAME, InterfaceType.STATION, ""))));
    assertTrue(
        failures(renamed)
            .contains("LINK_UP p2p-wlan0-0: up; managed of phy0, driver mac80211_hwsim"),
        failures(renamed).toString());
    WirelessInterface elsewhere =
        new WirelessInterface(
            7,
            3,
            OptionalInt.of(Handhelds.GROUP),
            Optional.of(Handhelds.GROUP_NAME),
            InterfaceType.P2P_CLIENT,
            Optional.empty(),
            Optional.empty());
    assertTrue(
        failures(Handhelds.inGroup().with(Part.WIRELESS, read(List.of(elsewhere))))
            .contains("LINK_UP p2p-wlan0-0: up; P2P-client of a radio that is not there"));
  }

  @Test
  void aSecondGroupAndAForeignNetworkUnderAGroupsTypeAreFound() {
    List<WirelessInterface> two =
        List.of(
            Handhelds.client(Handhelds.GROUP, Handhelds.GROUP_NAME, "DIRECT-ab"),
            Handhelds.client(4, "p2p-wlan0-1", "home"));
    assertEquals(
        List.of(
            "WRONG_MODE p2p-wlan0-1: a second group's interface",
            "ASSOCIATED p2p-wlan0-1: in a network whose name is no group's"),
        failures(Handhelds.inGroup().with(Part.WIRELESS, read(two))));
  }

  @Test
  void aMachineWithoutRadioHasNothingToJudgeOfRadios() {
    Snapshot none =
        Handhelds.idle()
            .with(Part.RADIOS, read(List.of()))
            .with(Part.WIRELESS, read(List.of()))
            .with(Part.LINKS, read(List.of(Handhelds.lo())));
    assertEquals(
        List.of(LeakVector.WRONG_MODE, LeakVector.ASSOCIATED),
        judge(none).of(State.NOT_APPLICABLE).stream().map(Finding::vector).toList());
    assertTrue(judge(none).isClean());
  }

  @Test
  void aKernelWithoutHookOnEgressIsAFindingWhileSomethingIsUp() {
    Snapshot vendor =
        Handhelds.inGroupWithoutP2pDevice()
            .with(Part.KERNEL, read(new KernelRelease(4, 9)))
            .with(Part.CHAINS, read(Handhelds.chains()));
    assertEquals(
        List.of(
            "PACKET_SOCKET wlan0: kernel 4.9 has no hook on egress: frames get around the filter",
            "PACKET_SOCKET p2p-wlan0-0: kernel 4.9 has no hook on egress: frames get around the"
                + " filter"),
        failures(vendor));
  }

  @Test
  void onlyTheSupplicantMayHoldAPacketSocketAndOnlyForTheHandshake() {
    for (OpenSocket each :
        List.of(
            new OpenSocket(OpenSocket.Kind.PACKET, "", 0x0003, 3, Optional.of("wpa_supplicant")),
            new OpenSocket(OpenSocket.Kind.PACKET, "", 0x888e, 3, Optional.of("thing")),
            new OpenSocket(OpenSocket.Kind.PACKET, "", 0x890d, 3, Optional.of("thing")),
            new OpenSocket(OpenSocket.Kind.PACKET, "", 0x888e, 3, Optional.empty()))) {
      assertEquals(1, failures(Handhelds.inGroup().with(Part.SOCKETS, read(List.of(each)))).size());
    }
  }

  @Test
  void aBlockedBluetoothControllerWillDo() {
    Snapshot blocked =
        Handhelds.inGroup()
            .with(Part.BLUETOOTH, read(List.of("hci0")))
            .with(
                Part.SWITCHES,
                read(
                    List.of(
                        new RadioSwitch(
                            "rfkill1", org.officeos.hal.netlink.RfkillType.BLUETOOTH, true))));
    assertEquals(List.of(), failures(blocked));
    assertEquals(
        List.of("BLUETOOTH bnep: loaded: networks over Bluetooth are possible"),
        failures(blocked.with(Part.MODULES, read(List.of("bnep")))));
  }

  @Test
  void aNamespaceThatIsHiddenIsAnErrorAndOneThatNobodyLivesInIsFound() {
    List<OtherNamespace> two =
        List.of(
            new OtherNamespace("3 programs", List.of(), OtherNamespace.Sight.HIDDEN),
            new OtherNamespace("/run/netns/x", List.of(), OtherNamespace.Sight.NOBODY_INSIDE));
    Snapshot snapshot = Handhelds.inGroup().with(Part.NAMESPACES, read(two));
    assertEquals(
        List.of(
            "ERROR 3 programs: may not be looked at",
            "FAIL /run/netns/x: kept, and nobody in" + " it to look through"),
        judge(snapshot).of(LeakVector.NAMESPACE).stream()
            .map(each -> each.state() + " " + each.subject() + ": " + each.observed())
            .toList());
  }

  @Test
  void unreachableRoutesLeadNowhereAndHalvesOfTheInternetLeadOut() {
    assertEquals(
        List.of(),
        failures(
            Handhelds.inGroup()
                .with(Part.ROUTES, read(List.of(Handhelds.route("00000000", 0, 254, 7, 1, ""))))));
    assertEquals(
        List.of("FOREIGN_ROUTE 128.0.0.0/1 in table 254: leads out by p2p-wlan0-0"),
        failures(
            Handhelds.inGroup()
                .with(
                    Part.ROUTES,
                    read(List.of(Handhelds.route("80000000", 1, 254, 1, Handhelds.GROUP, ""))))));
  }

  @Test
  void settingsAreJudgedByWhatTheyComeToTogether() {
    Map<String, String> values = Handhelds.sysctls();
    values.put("net/ipv4/conf/wlan0/rp_filter", "0");
    values.put("net/ipv4/conf/wlan0/accept_source_route", "1");
    assertEquals(List.of(), failures(Handhelds.inGroup().with(Part.SYSCTLS, read(values))));
    values.put("net/ipv4/conf/all/rp_filter", "0");
    values.put("net/ipv4/conf/all/accept_source_route", "1");
    values.put("net/ipv4/conf/default/arp_ignore", "nonsense");
    assertEquals(
        List.of(
            "REDIRECTS net/ipv4/conf/wlan0/accept_source_route: 1, for all 1",
            "REDIRECTS net/ipv4/conf/wlan0/rp_filter: 0, for all 0"),
        failures(Handhelds.inGroup().with(Part.SYSCTLS, read(values))));
  }

  @Test
  void ofIpv6WhatIsWrittenForAllDecidesWhateverAnInterfaceSays() {
    Map<String, String> values = Handhelds.sysctls();
    values.put("net/ipv4/conf/all/forwarding", "1");
    assertEquals(List.of(), failures(Handhelds.inGroup().with(Part.SYSCTLS, read(values))));
    values.put("net/ipv6/conf/all/forwarding", "1");
    List<String> found = failures(Handhelds.inGroup().with(Part.SYSCTLS, read(values)));
    assertTrue(
        found.contains("FORWARDING net/ipv6/conf/wlan0/forwarding: 0, for all 1"),
        found.toString());
    values.put("net/ipv6/conf/all/forwarding", "0");
    values.put("net/ipv6/conf/wlan0/force_forwarding", "1");
    assertEquals(
        List.of("FORWARDING net/ipv6/conf/wlan0/force_forwarding: 1"),
        failures(Handhelds.inGroup().with(Part.SYSCTLS, read(values))));
  }

  @Test
  void theTableHasFortySixVectorsWithIdsOfTheirOwn() {
    assertEquals(46, LeakVector.values().length);
    assertEquals("AGL-IFC-01", LeakVector.LINK_UP.id());
    assertEquals("AGL-RTE-01", LeakVector.DEFAULT_ROUTE.id());
    assertEquals("AGL-SVC-10", LeakVector.OWN_UNIT.id());
    assertEquals(46, LeakVector.LAPTOP_DEPUTY.number());
    assertEquals(Optional.of(LeakVector.LAPTOP_DEPUTY), LeakVector.ofId("agl-lap-03"));
    assertEquals(Optional.empty(), LeakVector.ofId("AGL-LAP-04"));
    assertEquals(46, Stream.of(LeakVector.values()).map(LeakVector::id).distinct().count());
    assertEquals(
        IntStream.rangeClosed(1, 46).boxed().toList(),
        Stream.of(LeakVector.values()).map(LeakVector::number).toList());
    for (LeakVector each : LeakVector.values()) {
      assertFalse(each.invariants().isEmpty());
    }
    assertTrue(Severity.CRITICAL.atLeast(Severity.HIGH) && !Severity.LOW.atLeast(Severity.HIGH));
  }

  @Test
  void kernelsSayWhatTheyAre() {
    assertEquals(Optional.of(new KernelRelease(4, 9)), KernelRelease.of("4.9.170\n"));
    assertEquals(Optional.empty(), KernelRelease.of("plan 9"));
    assertTrue(new KernelRelease(5, 16).hasEgressHook());
    assertFalse(new KernelRelease(5, 15).hasEgressHook());
    assertTrue(new KernelRelease(6, 1).hasEgressHook());
  }
}
