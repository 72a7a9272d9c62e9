package org.officeos.wpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.testing.EventLog;
import org.officeos.hal.p2p.testing.SimulatedAir;
import org.officeos.hal.p2p.testing.SimulatedRadio;
import org.officeos.wpa.fake.PrivateBus;
import org.officeos.wpa.fake.StrictSupplicant;
import org.officeos.wpa.formation.Timings;

/** The supplicant, the bus and the radio go away and come back; the same object lives on. */
class RecoveryTest {

  private static final MacAddress NOBODY = MacAddress.parse("02:00:00:00:99:99");
  private static final DeviceSettings SETTINGS = DeviceSettings.laptop("Office");

  @TempDir Path directory;

  private final SimulatedAir air = new SimulatedAir();
  private final SimulatedRadio radio = air.radio("02:00:00:00:00:01");
  private PrivateBus bus;
  private StrictSupplicant supplicant;
  private SupplicantWifiP2p wifi;
  private EventLog log;
  private final AtomicReference<Optional<P2pReason>> inTheWay =
      new AtomicReference<>(Optional.empty());

  @BeforeEach
  void start() throws Exception {
    bus = PrivateBus.start(directory.resolve("bus"));
    supplicant = StrictSupplicant.start(bus.address(), radio, "wlan0");
    wifi = SupplicantWifiP2p.open(configuration());
    log = EventLog.of(wifi);
    ready();
    wifi.configure(SETTINGS).get(10, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() {
    wifi.close();
    supplicant.close();
    bus.close();
  }

  private void ready() {
    log.next(P2pEvent.StateChanged.class, e -> e.state() == P2pState.INACTIVE);
  }

  private void disabled(P2pReason reason) {
    log.next(
        P2pEvent.StateChanged.class,
        e -> e.state() == P2pState.DISABLED && e.reason().equals(Optional.of(reason)));
  }

  @Test
  void aSupplicantThatDiesEndsTheRequestAndItsSuccessorIsConfiguredAlike() throws Exception {
    wifi.connect(ConnectRequest.pbc(NOBODY)).get(10, TimeUnit.SECONDS);
    supplicant.close();
    assertEquals(P2pReason.SUPPLICANT_LOST, log.next(P2pEvent.FormationFailed.class).reason());
    disabled(P2pReason.SUPPLICANT_ABSENT);
    assertEquals(P2pReason.SUPPLICANT_ABSENT, Fails.reason(wifi.settings()));

    supplicant = StrictSupplicant.start(bus.address(), radio, "wlan0");
    ready();
    assertEquals(SETTINGS, wifi.settings().get(10, TimeUnit.SECONDS));
    log.assertEnds(1);
  }

  @Test
  void groupsOfADeadSupplicantAreRemoved() throws Exception {
    wifi.createGroup(GroupConfig.anyTemporary()).get(10, TimeUnit.SECONDS);
    String name = log.next(P2pEvent.GroupStarted.class).group().interfaceName();
    supplicant.close();
    assertEquals(name, log.next(P2pEvent.GroupRemoved.class).interfaceName());
    disabled(P2pReason.SUPPLICANT_ABSENT);
    assertEquals(List.of(), wifi.groups());
  }

  @Test
  void aBusThatIsStartedAnewIsFoundAgain() throws Exception {
    bus.stop();
    disabled(P2pReason.BUS_ABSENT);
    assertEquals(P2pReason.BUS_ABSENT, Fails.reason(wifi.settings()));
    supplicant.close();
    bus.startAgain();
    disabled(P2pReason.SUPPLICANT_ABSENT);
    supplicant = StrictSupplicant.start(bus.address(), radio, "wlan0");
    ready();
    assertEquals(SETTINGS, wifi.settings().get(10, TimeUnit.SECONDS));
  }

  @Test
  void aRadioThatIsPulledOutIsTakenUpWhenItIsBack() throws Exception {
    supplicant.plug(false);
    disabled(P2pReason.RADIO_LOST);
    disabled(P2pReason.NO_RADIO);
    assertEquals(P2pReason.NO_RADIO, Fails.reason(wifi.settings()));
    supplicant.plug(true);
    ready();
  }

  @Test
  void aRadioThatIsGoneForTheKernelOnlyIsLostAndItsInterfaceIsTakenAndGivenAnew() throws Exception {
    wifi.close();
    wifi = SupplicantWifiP2p.open(configuration().giving(true).noticing(inTheWay::get));
    log = EventLog.of(wifi);
    ready();
    wifi.configure(SETTINGS).get(10, TimeUnit.SECONDS);
    inTheWay.set(Optional.of(P2pReason.RADIO_LOST));
    disabled(P2pReason.RADIO_LOST);
    disabled(P2pReason.NO_RADIO);
    assertEquals(P2pReason.NO_RADIO, Fails.reason(wifi.settings()));
    supplicant.grabs();
    inTheWay.set(Optional.empty());
    ready();
    assertEquals(SETTINGS, wifi.settings().get(10, TimeUnit.SECONDS));
    assertEquals(1, supplicant.timesTaken());
  }

  @Test
  void aRadioThatIsSwitchedOffIsToldAndItsInterfaceLeftWithTheSupplicant() throws Exception {
    wifi.close();
    wifi = SupplicantWifiP2p.open(configuration().giving(true).noticing(inTheWay::get));
    log = EventLog.of(wifi);
    ready();
    wifi.configure(SETTINGS).get(10, TimeUnit.SECONDS);
    wifi.createGroup(GroupConfig.anyTemporary()).get(10, TimeUnit.SECONDS);
    log.next(P2pEvent.GroupStarted.class);
    for (P2pReason how : List.of(P2pReason.RADIO_BLOCKED_SOFT, P2pReason.RADIO_BLOCKED_HARD)) {
      inTheWay.set(Optional.of(how));
      disabled(how);
      assertEquals(how, Fails.reason(wifi.settings()));
      inTheWay.set(Optional.empty());
      ready();
      assertEquals(SETTINGS, wifi.settings().get(10, TimeUnit.SECONDS));
    }
    assertEquals(1, log.count(P2pEvent.GroupRemoved.class));
    assertEquals(1, log.count(P2pEvent.GroupStarted.class), "the group did not come back");
    assertEquals(0, supplicant.timesTaken());
  }

  @Test
  void aSignalOfAStrangerIsNotBelieved() throws Exception {
    try (DBusConnection stranger =
        DBusConnectionBuilder.forAddress(bus.address()).withShared(false).build()) {
      Map<String, Variant<?>> peer =
          Map.of(
              "DeviceAddress",
              new Variant<>(NOBODY.octets()),
              "DeviceName",
              new Variant<>("forged"));
      stranger.sendMessage(
          stranger
              .getMessageFactory()
              .createSignal(
                  null,
                  "/fi/w1/wpa_supplicant1/Interfaces/0",
                  "fi.w1.wpa_supplicant1.Interface.P2PDevice",
                  "DeviceFoundProperties",
                  "oa{sv}",
                  new DBusPath("/x"),
                  peer));
    }
    radio.news(new P2pEvent.FindStopped());
    wifi.stopFind().get(10, TimeUnit.SECONDS);
    wifi.find(FindRequest.social()).get(10, TimeUnit.SECONDS);
    wifi.stopFind().get(10, TimeUnit.SECONDS);
    log.next(P2pEvent.FindStopped.class);
    assertEquals(0, log.count(P2pEvent.DeviceFound.class));
  }

  @Test
  void aDriverThatRefusesGroupInterfacesIsAskedWithoutOne() throws Exception {
    radio.driver().refuseGroupInterfaces();
    wifi.createGroup(GroupConfig.anyTemporary()).get(10, TimeUnit.SECONDS);
    assertTrue(log.next(P2pEvent.GroupStarted.class).group().isOwner());
  }

  @Test
  void aConnectionThatTheDriverRefusesAnInterfaceForIsMadeWithoutOne() throws Exception {
    SimulatedRadio peer = air.radio("02:00:00:00:00:02");
    peer.find();
    wifi.find(FindRequest.social()).get(10, TimeUnit.SECONDS);
    log.next(P2pEvent.DeviceFound.class);
    peer.find();
    peer.connect(ConnectRequest.pbc(radio.address()).withIntent(0).onlyAuthorizing());
    radio.driver().refuseGroupInterfaces();
    wifi.connect(ConnectRequest.pbc(peer.address())).get(10, TimeUnit.SECONDS);
    assertTrue(log.next(P2pEvent.GroupStarted.class).group().isOwner());
    log.assertEnds(1);
  }

  @Test
  void aPeerThatVanishedBetweenTheListAndTheCallIsSearchedForAgain() throws Exception {
    SimulatedRadio peer = air.radio("02:00:00:00:00:02");
    peer.find();
    wifi.find(FindRequest.social()).get(10, TimeUnit.SECONDS);
    log.next(P2pEvent.DeviceFound.class);
    wifi.stopFind().get(10, TimeUnit.SECONDS);
    radio.expireSilently(peer.address());
    wifi.connect(ConnectRequest.pbc(peer.address())).get(10, TimeUnit.SECONDS);
    peer.connect(ConnectRequest.pbc(radio.address()).withIntent(0));
    log.next(P2pEvent.GroupStarted.class);
    log.assertEnds(1);
  }

  @Test
  void anOwnersGroupThatIsNotFoundInTimeIsGivenUpAndCancelled() throws Exception {
    SimulatedRadio peer = air.radio("02:00:00:00:00:02");
    int id = pairAsClient(peer);
    wifi.close();
    wifi = SupplicantWifiP2p.open(configuration(), hasty());
    log = EventLog.of(wifi);
    ready();
    wifi.reinvoke(id, Optional.empty()).get(10, TimeUnit.SECONDS);
    assertEquals(P2pReason.FORMATION_TIMED_OUT, log.next(P2pEvent.FormationFailed.class).reason());
    ready();
    peer.addRemembered(peer.remembered().list().get(0).id(), Frequency.ANY);
    assertEquals(List.of(), radio.groups());
    log.assertEnds(1);
  }

  /** Leaves nothing but what both remember. */
  private int pairAsClient(SimulatedRadio peer) throws Exception {
    peer.find();
    wifi.find(FindRequest.social()).get(10, TimeUnit.SECONDS);
    log.next(P2pEvent.DeviceFound.class);
    peer.find();
    peer.connect(ConnectRequest.pbc(radio.address()).withIntent(15).onlyAuthorizing());
    wifi.connect(ConnectRequest.pbc(peer.address()).withIntent(0)).get(10, TimeUnit.SECONDS);
    log.next(P2pEvent.GroupStarted.class);
    peer.disconnect(peer.groups().get(0).interfaceName());
    log.next(P2pEvent.GroupRemoved.class);
    return wifi.persistentGroups().get(10, TimeUnit.SECONDS).get(0).id();
  }

  private static Timings hasty() {
    Timings usual = Timings.USUAL;
    return new Timings(
        usual.search(),
        usual.ask(),
        usual.negotiation(),
        usual.join(),
        usual.invitation(),
        usual.creation(),
        Duration.ofMillis(100),
        usual.forming(),
        usual.drain(),
        usual.retry());
  }

  @Test
  void aGroupThatStandsAlreadyIsSeenAndNotEnded() throws Exception {
    wifi.createGroup(GroupConfig.anyPersistent()).get(10, TimeUnit.SECONDS);
    P2pGroup made = log.next(P2pEvent.GroupStarted.class).group();
    try (SupplicantWifiP2p second = SupplicantWifiP2p.open(configuration())) {
      EventLog onSecond = EventLog.of(second);
      onSecond.next(P2pEvent.StateChanged.class, e -> e.state() == P2pState.GROUP_CREATED);
      P2pGroup seen = second.groups().get(0);
      assertEquals(made.interfaceName(), seen.interfaceName());
      assertEquals(made.ssid(), seen.ssid());
      assertEquals(made.passphrase(), seen.passphrase());
      assertTrue(seen.isOwner() && seen.persistent());
      assertEquals(Optional.empty(), seen.addresses());
    }
    assertEquals(1, radio.groups().size());
    assertEquals(1, wifi.groups().size());
    try (SupplicantWifiP2p third = SupplicantWifiP2p.open(configuration())) {
      EventLog onThird = EventLog.of(third);
      onThird.next(P2pEvent.StateChanged.class, e -> e.state() == P2pState.GROUP_CREATED);
      third.removeGroup(made.interfaceName()).get(10, TimeUnit.SECONDS);
      assertEquals(made.interfaceName(), onThird.next(P2pEvent.GroupRemoved.class).interfaceName());
    }
    assertEquals(List.of(), radio.groups());
  }

  @Test
  void aGroupOfSomebodyElseIsNotEndedByClosing() throws Exception {
    radio.addGroup(GroupConfig.anyTemporary());
    log.next(P2pEvent.GroupStarted.class);
    wifi.close();
    assertEquals(1, radio.groups().size());
  }

  private SupplicantConfig configuration() {
    return SupplicantConfig.of("wlan0").on(bus.address()).leavingInterfaces();
  }

  @Test
  void closingLeavesTheGroups() throws Exception {
    wifi.createGroup(GroupConfig.anyTemporary()).get(10, TimeUnit.SECONDS);
    log.next(P2pEvent.GroupStarted.class);
    wifi.close();
    assertEquals(List.of(), radio.groups());
    assertEquals(P2pReason.CLOSED, Fails.reason(wifi.listen(Duration.ofSeconds(1))));
  }
}
