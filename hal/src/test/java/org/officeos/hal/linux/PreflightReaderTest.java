package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.linux.lib.FakeKernel;
import org.officeos.hal.linux.lib.FakeLibC;
import org.officeos.hal.netlink.RadioSamples;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.Preflight;
import org.officeos.hal.p2p.PreflightBus;
import org.officeos.hal.p2p.PreflightFacts;
import org.officeos.hal.p2p.PreflightFacts.Sight;
import org.officeos.hal.p2p.PreflightFinding;
import org.officeos.hal.p2p.PreflightMode;
import org.officeos.hal.p2p.PreflightRadio;
import org.officeos.hal.p2p.PreflightReport;
import org.officeos.hal.p2p.PreflightSwitch;

/** From the kernel's bytes to what a person reads. */
class PreflightReaderTest {

  private static final PreflightBus READY = new PreflightBus(PreflightBus.Step.READY, "");

  @TempDir Path root;

  private final FakeKernel kernel = new FakeKernel();
  private final FakeLibC libc = new FakeLibC(kernel);

  @Test
  void seesTheVendorsRadioAsItIs() throws Exception {
    radio(RadioSamples.vendor(0));
    SysfsTree.driver(root, "phy0", "rtl8821cs");
    SysfsTree.rfkill(root, "rfkill0", "wlan", "virtual/mac80211_hwsim/hwsim0/ieee80211/phy0", 0, 0);
    PreflightFacts facts = read();
    assertEquals(Sight.SEEN, facts.sight());
    assertEquals(PreflightBus.NOT_LOOKED_AT, facts.bus());
    assertEquals(
        List.of(
            new PreflightRadio(
                "phy0",
                "rtl8821cs",
                Set.of(
                    PreflightMode.ADHOC,
                    PreflightMode.STATION,
                    PreflightMode.AP,
                    PreflightMode.MONITOR,
                    PreflightMode.P2P_CLIENT,
                    PreflightMode.P2P_GO),
                List.of("wlan0"),
                List.of(new PreflightSwitch("rfkill0", false, false)))),
        facts.radios());
    assertFalse(facts.radios().get(0).hasP2pDevice());
    assertTrue(judged(facts).passes());
  }

  @Test
  void namesTheMainlineDriverAndItsModes() throws Exception {
    radio(RadioSamples.mainline(0));
    SysfsTree.driver(root, "phy0", "rtw_8821cs");
    PreflightFinding finding = judged(read()).first().orElseThrow();
    assertEquals(P2pReason.DRIVER_WITHOUT_P2P, finding.reason());
    assertEquals("phy0, driver rtw_8821cs, whose modes are managed, AP, IBSS", finding.detail());
  }

  @Test
  void aBlockedRadioOfAnUnknownDriverIsToldAsSuch() throws Exception {
    radio(RadioSamples.hwsim(0));
    SysfsTree.rfkill(root, "rfkill0", "wlan", "virtual/mac80211_hwsim/hwsim0/ieee80211/phy0", 1, 0);
    SysfsTree.rfkill(root, "rfkill1", "wlan", "virtual/mac80211_hwsim/hwsim0/ieee80211/phy1", 0, 1);
    PreflightReport report = judged(read());
    assertEquals(1, report.findings().size());
    assertEquals(P2pReason.RADIO_BLOCKED_SOFT, report.findings().get(0).reason());
    assertEquals("phy0, driver unknown, by rfkill0", report.findings().get(0).detail());
  }

  @Test
  void anotherProgramOnTheInterfaceIsNamed() throws Exception {
    radio(RadioSamples.hwsim(0));
    new ProcTree(root.resolve("proc")).runs("/usr/libexec/iwd");
    PreflightFinding finding = judged(read()).first().orElseThrow();
    assertEquals(P2pReason.MANAGED_BY_ANOTHER, finding.reason());
    assertEquals("iwd manages wlan0: it runs, and takes every radio", finding.detail());
  }

  @Test
  void aKernelWithoutWifiIsAFactAndNotAFailure() {
    PreflightFacts facts = read();
    assertEquals(Sight.NO_WIFI_IN_KERNEL, facts.sight());
    assertEquals(P2pReason.NO_RADIO, judged(facts).first().orElseThrow().reason());
  }

  @Test
  void aKernelThatCannotBeAskedIsAFactToo() {
    kernel.beSilent();
    PreflightFacts facts = read();
    assertEquals(Sight.NOT_SEEN, facts.sight());
    assertEquals("TIMED_OUT: no answer in 5000 ms", facts.sightDetail());
    assertFalse(judged(facts).passes());
  }

  @Test
  void thisMachineIsLookedAtWithoutAFailure() {
    PreflightFacts facts = PreflightReader.ofThisMachine().read();
    assertEquals(PreflightBus.NOT_LOOKED_AT, facts.bus());
    assertFalse(Preflight.judge(facts, Set.of()).passes());
  }

  private PreflightReport judged(PreflightFacts facts) {
    return Preflight.judge(facts.with(READY), Set.of());
  }

  private PreflightFacts read() {
    return new PreflightReader(
            new RadioReader(libc, libc::nanos)::radios,
            new SysfsRadios(root),
            new NetworkManagers(root.resolve("proc"), root.resolve("run"), root.resolve("etc")))
        .read();
  }

  private void radio(List<byte[]> parts) {
    int family = RadioSamples.FAMILY;
    kernel.family("nl80211", family, Map.of());
    parts.forEach(part -> kernel.part(family, RadioSamples.GET_WIPHY, part));
    kernel.part(family, RadioSamples.GET_INTERFACE, RadioSamples.netdev(0, 3, "wlan0", 2));
  }
}
