package org.officeos.wpa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.PersistentGroup;
import org.officeos.hal.p2p.testing.EventLog;
import org.officeos.hal.p2p.testing.SimulatedAir;
import org.officeos.hal.p2p.testing.SimulatedRadio;
import org.officeos.wpa.fake.PrivateBus;
import org.officeos.wpa.fake.StrictSupplicant;

/** What is forgotten stays so, over the supplicant's end; and channels that are refused. */
class ForgettingTest {

  @TempDir Path directory;

  private final SimulatedAir air = new SimulatedAir();
  private final SimulatedRadio radio = air.radio("02:00:00:00:00:01");
  private PrivateBus bus;
  private StrictSupplicant supplicant;
  private SupplicantWifiP2p wifi;
  private EventLog log;

  @BeforeEach
  void start() throws Exception {
    bus = PrivateBus.start(directory.resolve("bus"));
    supplicant = StrictSupplicant.start(bus.address(), radio, "wlan0");
    wifi =
        SupplicantWifiP2p.open(
            SupplicantConfig.of("wlan0")
                .on(bus.address())
                .withKernelAddress(() -> Optional.of(radio.address())));
    log = EventLog.of(wifi);
    inactive();
  }

  @AfterEach
  void stop() {
    wifi.close();
    supplicant.close();
    bus.close();
  }

  private void inactive() {
    log.next(P2pEvent.StateChanged.class, e -> e.state() == P2pState.INACTIVE);
  }

  private PersistentGroup made() throws Exception {
    wifi.createGroup(GroupConfig.anyPersistent()).get(10, TimeUnit.SECONDS);
    P2pGroup group = log.next(P2pEvent.GroupStarted.class).group();
    wifi.removeGroup(group.interfaceName()).get(10, TimeUnit.SECONDS);
    log.next(P2pEvent.GroupRemoved.class);
    inactive();
    return remembered().get(remembered().size() - 1);
  }

  private List<PersistentGroup> remembered() throws Exception {
    return wifi.persistentGroups().get(10, TimeUnit.SECONDS);
  }

  private void startAgain() throws Exception {
    supplicant.close();
    log.next(P2pEvent.StateChanged.class, e -> e.state() == P2pState.DISABLED);
    radio.remembered().readFile();
    supplicant = StrictSupplicant.start(bus.address(), radio, "wlan0");
    inactive();
  }

  @Test
  void aForgottenGroupIsNotRememberedByTheNextSupplicant() throws Exception {
    PersistentGroup kept = made();
    PersistentGroup forgotten = made();
    assertEquals(List.of(kept.ssid(), forgotten.ssid()), radio.remembered().inFile());
    wifi.deletePersistentGroup(forgotten.id()).get(10, TimeUnit.SECONDS);
    assertEquals(List.of(kept), remembered());
    assertEquals(List.of(kept.ssid()), radio.remembered().inFile());
    startAgain();
    assertEquals(List.of(kept.ssid()), remembered().stream().map(PersistentGroup::ssid).toList());
  }

  @Test
  void aGroupThatCannotBeWrittenDownIsForgottenForNowAndSaidToBe() throws Exception {
    PersistentGroup group = made();
    supplicant.refusesProperties();
    assertEquals(P2pReason.NOT_SAVED, Fails.reason(wifi.deletePersistentGroup(group.id())));
    assertEquals(List.of(), remembered());
    startAgain();
    assertEquals(1, remembered().size());
    wifi.deletePersistentGroup(remembered().get(0).id()).get(10, TimeUnit.SECONDS);
    assertEquals(List.of(), radio.remembered().inFile());
  }

  @Test
  void aSupplicantThatEndsWhileItForgetsIsNamedAndTheGroupCanBeForgottenLater() throws Exception {
    PersistentGroup group = made();
    supplicant.endsAtRemoval();
    assertEquals(P2pReason.SUPPLICANT_LOST, Fails.reason(wifi.deletePersistentGroup(group.id())));
    assertEquals(List.of(), radio.remembered().inFile(), "the key went first");
    startAgain();
    assertEquals(List.of(), remembered());
    assertEquals(
        P2pReason.UNKNOWN_PERSISTENT_GROUP, Fails.reason(wifi.deletePersistentGroup(group.id())));
  }

  @Test
  void aChannelThatTheDriverRefusesIsNamedWhenAGroupIsBroughtBack() throws Exception {
    PersistentGroup group = made();
    radio.driver().refuse(new Frequency(2437));
    assertEquals(
        P2pReason.CHANNEL_UNAVAILABLE,
        Fails.reason(wifi.reinvoke(group.id(), new Frequency(2437))));
    wifi.reinvoke(group.id(), new Frequency(2462)).get(10, TimeUnit.SECONDS);
    assertEquals(2462, log.next(P2pEvent.GroupStarted.class).group().frequency().megahertz());
  }
}
