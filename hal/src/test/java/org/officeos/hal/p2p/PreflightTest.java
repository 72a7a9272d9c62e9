package org.officeos.hal.p2p;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.officeos.hal.p2p.PreflightFacts.Sight;
import org.officeos.hal.p2p.PreflightManager.Program;
import org.officeos.hal.p2p.PreflightManager.Sureness;

class PreflightTest {

  private static final PreflightBus READY = new PreflightBus(PreflightBus.Step.READY, "");
  private static final PreflightSwitch OPEN = new PreflightSwitch("rfkill0", false, false);

  @Test
  void aMachineWithAllOfItPasses() {
    PreflightReport report = judged(facts(vendor(OPEN)));
    assertTrue(report.passes());
    assertEquals(List.of(), report.findings());
    assertEquals(List.of("phy0"), report.usable());
    assertEquals(Optional.empty(), report.first());
  }

  @Test
  void aDriverWithoutWifiDirectIsNamedWithItsModes() {
    PreflightFinding finding = onlyBlocking(facts(mainline()));
    assertEquals(P2pReason.DRIVER_WITHOUT_P2P, finding.reason());
    assertEquals("phy1, driver rtw_8821cs, whose modes are managed, AP", finding.detail());
    assertEquals(
        "DRIVER_WITHOUT_P2P: the driver offers no Wi-Fi Direct (phy1, driver rtw_8821cs, whose"
            + " modes are managed, AP); use a driver whose modes name P2P-GO and P2P-client",
        finding.toString());
  }

  @Test
  void oneOfTheTwoTypesIsNotEnough() {
    PreflightRadio half =
        new PreflightRadio(
            "phy0", "half", Set.of(PreflightMode.P2P_CLIENT), List.of("wlan0"), List.of());
    assertEquals(P2pReason.DRIVER_WITHOUT_P2P, onlyBlocking(facts(half)).reason());
  }

  @Test
  void aDriverThatTellsNoModesHasNone() {
    PreflightRadio none = new PreflightRadio("phy0", "odd", Set.of(), List.of(), List.of());
    assertEquals("phy0, driver odd, whose modes are none", onlyBlocking(facts(none)).detail());
  }

  @Test
  void aBlockedRadioNamesItsSwitchAndWhatToDo() {
    PreflightFinding soft =
        onlyBlocking(facts(vendor(new PreflightSwitch("rfkill2", true, false))));
    assertEquals(P2pReason.RADIO_BLOCKED_SOFT, soft.reason());
    assertEquals("phy0, driver rtl8821cs, by rfkill2", soft.detail());
    assertEquals("rfkill unblock wlan", soft.fix());
    PreflightFinding hard =
        onlyBlocking(facts(vendor(new PreflightSwitch("rfkill2", false, true))));
    assertEquals(P2pReason.RADIO_BLOCKED_HARD, hard.reason());
  }

  @Test
  void bothBlocksAreToldAndTheOneForTheHandFirst() {
    PreflightReport report = judged(facts(vendor(new PreflightSwitch("rfkill2", true, true))));
    assertEquals(
        List.of(P2pReason.RADIO_BLOCKED_HARD, P2pReason.RADIO_BLOCKED_SOFT),
        report.findings().stream().map(PreflightFinding::reason).toList());
  }

  @Test
  void noRadioSaysWhetherADriverIsThereAtAll() {
    PreflightFinding none = onlyBlocking(facts());
    assertEquals(P2pReason.NO_RADIO, none.reason());
    assertEquals("the kernel has Wi-Fi, but no radio in this network namespace", none.detail());
    PreflightFinding noWifi =
        onlyBlocking(
            new PreflightFacts(Sight.NO_WIFI_IN_KERNEL, "absent", List.of(), List.of(), READY));
    assertEquals("no Wi-Fi driver is loaded", noWifi.detail());
  }

  @Test
  void whatNobodyCouldLookAtIsNeitherAFindingNorAPass() {
    PreflightReport report =
        judged(new PreflightFacts(Sight.NOT_SEEN, "timed out", List.of(), List.of(), READY));
    assertEquals(List.of(), report.findings());
    assertEquals(List.of("the radios: timed out"), report.notLookedAt());
    assertFalse(report.passes());
    PreflightReport noBus = judged(facts(vendor(OPEN)).with(PreflightBus.NOT_LOOKED_AT));
    assertEquals(List.of("the message bus and wpa_supplicant"), noBus.notLookedAt());
    assertFalse(noBus.passes());
  }

  @Test
  void oneRadioThatCanIsEnough() {
    PreflightReport report = judged(facts(mainline(), vendor(OPEN)));
    assertTrue(report.passes());
    assertEquals(List.of("phy0"), report.usable());
    assertEquals(1, report.findings().size());
    assertEquals(PreflightFinding.Grade.WARNS, report.findings().get(0).grade());
  }

  @Test
  void anotherManagerBlocksWhereItSaysSoAndWarnsWhereItMay() {
    PreflightManager manages = manager(Program.DHCPCD, Sureness.MANAGES);
    PreflightFinding blocking =
        onlyBlocking(
            new PreflightFacts(Sight.SEEN, "", List.of(vendor(OPEN)), List.of(manages), READY));
    assertEquals(P2pReason.MANAGED_BY_ANOTHER, blocking.reason());
    assertEquals("dhcpcd manages wlan0: seen", blocking.detail());
    assertEquals(
        "write denyinterfaces wlan0 p2p-* into /etc/dhcpcd.conf and start dhcpcd anew",
        blocking.fix());
    PreflightManager may = manager(Program.CONNMAN, Sureness.RUNS);
    PreflightReport report =
        judged(new PreflightFacts(Sight.SEEN, "", List.of(vendor(OPEN)), List.of(may), READY));
    assertTrue(report.passes());
    assertEquals("connmand runs and may manage wlan0: seen", report.findings().get(0).detail());
  }

  @Test
  void aLaptopLetsNetworkManagerBe() {
    PreflightManager manages = manager(Program.NETWORK_MANAGER, Sureness.MANAGES);
    PreflightFacts facts =
        new PreflightFacts(Sight.SEEN, "", List.of(vendor(OPEN)), List.of(manages), READY);
    assertFalse(Preflight.judge(facts, Set.of()).passes());
    PreflightReport laptop = Preflight.judge(facts, Set.of(Program.NETWORK_MANAGER));
    assertTrue(laptop.passes());
    assertEquals(PreflightFinding.Grade.WARNS, laptop.findings().get(0).grade());
  }

  @Test
  void whatManagesAnotherInterfaceDoesNotMatter() {
    PreflightManager other = new PreflightManager(Program.DHCPCD, "eth0", Sureness.MANAGES, "seen");
    assertEquals(
        List.of(),
        judged(new PreflightFacts(Sight.SEEN, "", List.of(vendor(OPEN)), List.of(other), READY))
            .findings());
  }

  @ParameterizedTest
  @CsvSource({
    "NO_BUS, BUS_ABSENT",
    "DENIED, BUS_DENIED",
    "NO_SUPPLICANT, SUPPLICANT_ABSENT",
    "TOO_OLD, SUPPLICANT_TOO_OLD",
    "WITHOUT_P2P, SUPPLICANT_WITHOUT_P2P"
  })
  void theBusWayEndsWithAReason(PreflightBus.Step step, P2pReason reason) {
    PreflightReport report =
        judged(facts(vendor(OPEN)).with(new PreflightBus(step, "as was seen")));
    assertFalse(report.passes());
    assertEquals(reason, report.first().orElseThrow().reason());
    assertEquals("as was seen", report.first().orElseThrow().detail());
    assertEquals(reason.next(), report.first().orElseThrow().fix());
  }

  @Test
  void whatBlocksStandsBeforeWhatWarns() {
    PreflightReport report =
        judged(
            facts(mainline(), vendor(OPEN))
                .with(new PreflightBus(PreflightBus.Step.NO_BUS, "no socket")));
    assertEquals(
        List.of(P2pReason.BUS_ABSENT, P2pReason.DRIVER_WITHOUT_P2P),
        report.findings().stream().map(PreflightFinding::reason).toList());
  }

  @ParameterizedTest
  @EnumSource(Program.class)
  void everyProgramsFixNamesTheInterface(Program program) {
    assertTrue(program.fix("wlan7").contains("wlan7"));
    assertFalse(program.fix("wlan7").contains("%"));
  }

  private static PreflightReport judged(PreflightFacts facts) {
    return Preflight.judge(facts, Set.of());
  }

  private static PreflightFinding onlyBlocking(PreflightFacts facts) {
    PreflightReport report = judged(facts);
    assertFalse(report.passes());
    assertEquals(1, report.findings().size(), report.toString());
    return report.first().orElseThrow();
  }

  private static PreflightFacts facts(PreflightRadio... radios) {
    return new PreflightFacts(Sight.SEEN, "", List.of(radios), List.of(), READY);
  }

  private static PreflightManager manager(Program program, Sureness sureness) {
    return new PreflightManager(program, "wlan0", sureness, "seen");
  }

  private static PreflightRadio vendor(PreflightSwitch... switches) {
    return new PreflightRadio(
        "phy0",
        "rtl8821cs",
        Set.of(PreflightMode.STATION, PreflightMode.P2P_CLIENT, PreflightMode.P2P_GO),
        List.of("wlan0"),
        List.of(switches));
  }

  private static PreflightRadio mainline() {
    return new PreflightRadio(
        "phy1",
        "rtw_8821cs",
        Set.of(PreflightMode.AP, PreflightMode.STATION),
        List.of("wlan1"),
        List.of());
  }
}
