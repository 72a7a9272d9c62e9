package org.officeos.wpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.PreflightBus;
import org.officeos.hal.p2p.testing.EventLog;
import org.officeos.hal.p2p.testing.SimulatedAir;
import org.officeos.wpa.fake.PrivateBus;
import org.officeos.wpa.fake.StrictSupplicant;

/** What preflight is told of each thing that can be in the way, and what the state is then. */
class SupplicantFactsTest {

  private static final String DENIED =
      "<deny send_destination='fi.w1.wpa_supplicant1'/>"
          + "<deny send_interface='org.freedesktop.DBus.Properties'/>"
          + "<deny send_interface='fi.w1.wpa_supplicant1'/>";

  @TempDir Path directory;

  private Optional<PrivateBus> bus = Optional.empty();
  private Optional<StrictSupplicant> supplicant = Optional.empty();

  private SupplicantConfig config(String policy) throws Exception {
    bus = Optional.of(PrivateBus.start(directory.resolve("bus"), policy));
    return SupplicantConfig.of("wlan0").on(bus.get().address());
  }

  private StrictSupplicant prepare() throws Exception {
    supplicant =
        Optional.of(
            StrictSupplicant.prepared(
                bus.orElseThrow().address(),
                new SimulatedAir().radio("02:00:00:00:00:01"),
                "wlan0"));
    return supplicant.get();
  }

  @AfterEach
  void stop() {
    supplicant.ifPresent(StrictSupplicant::close);
    bus.ifPresent(PrivateBus::close);
  }

  private static void assertState(SupplicantConfig config, P2pState state, P2pReason reason) {
    try (SupplicantWifiP2p wifi = SupplicantWifiP2p.open(config)) {
      EventLog.of(wifi)
          .next(
              P2pEvent.StateChanged.class,
              e -> e.state() == state && e.reason().equals(Optional.of(reason)));
    }
  }

  @Test
  void noBus() {
    SupplicantConfig config = SupplicantConfig.of("wlan0").on("unix:path=" + directory + "/none");
    assertEquals(Optional.of(P2pReason.BUS_ABSENT), SupplicantFacts.gather(config).obstacle());
    assertState(config, P2pState.DISABLED, P2pReason.BUS_ABSENT);
  }

  @Test
  void noSupplicant() throws Exception {
    SupplicantConfig config = config("");
    assertEquals(
        Optional.of(P2pReason.SUPPLICANT_ABSENT), SupplicantFacts.gather(config).obstacle());
  }

  @Test
  void aPolicyThatRefuses() throws Exception {
    SupplicantConfig config = config(DENIED);
    prepare().own();
    SupplicantFacts facts = SupplicantFacts.gather(config);
    assertEquals(Optional.of(P2pReason.BUS_DENIED), facts.obstacle());
    assertEquals(PreflightBus.Step.DENIED, facts.toPreflight().step());
    assertState(config, P2pState.DISABLED, P2pReason.BUS_DENIED);
  }

  @Test
  void aSupplicantBuiltWithoutIt() throws Exception {
    SupplicantConfig config = config("");
    prepare().withCapabilities("ap", "ibss-rsn").own();
    SupplicantFacts facts = SupplicantFacts.gather(config);
    assertEquals(Optional.of(P2pReason.SUPPLICANT_WITHOUT_P2P), facts.obstacle());
    assertTrue(facts.detail().contains("ibss-rsn"), facts.detail());
    assertState(config, P2pState.UNSUPPORTED, P2pReason.SUPPLICANT_WITHOUT_P2P);
  }

  @Test
  void aDriverWithoutIt() throws Exception {
    SupplicantConfig config = config("");
    prepare().withModes("infrastructure", "ap").own();
    SupplicantFacts facts = SupplicantFacts.gather(config);
    assertEquals(Optional.of(P2pReason.DRIVER_WITHOUT_P2P), facts.obstacle());
    assertTrue(facts.detail().contains("infrastructure"), facts.detail());
    assertState(config, P2pState.UNSUPPORTED, P2pReason.DRIVER_WITHOUT_P2P);
  }

  @Test
  void allIsWell() throws Exception {
    SupplicantConfig config = config("");
    prepare().own();
    SupplicantFacts facts = SupplicantFacts.gather(config);
    assertEquals(Optional.empty(), facts.obstacle());
    assertEquals(new PreflightBus(PreflightBus.Step.READY, ""), facts.toPreflight());
    assertTrue(facts.hasInterface());
    assertTrue(facts.modes().contains("p2p"));
  }

  @Test
  void anInterfaceThatTheSupplicantDoesNotHaveIsNotGivenToIt() throws Exception {
    SupplicantConfig config =
        SupplicantConfig.of("wlan7").on(config("").busAddress().orElseThrow());
    prepare().own();
    SupplicantFacts facts = SupplicantFacts.gather(config);
    assertEquals(Optional.empty(), facts.obstacle());
    assertFalse(facts.hasInterface());
  }
}
