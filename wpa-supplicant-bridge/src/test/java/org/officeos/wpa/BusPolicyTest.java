package org.officeos.wpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.GroupSsid;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.Passphrase;
import org.officeos.hal.p2p.PersistentGroup;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.hal.p2p.testing.EventLog;
import org.officeos.hal.p2p.testing.SimulatedAir;
import org.officeos.hal.p2p.testing.SimulatedRadio;
import org.officeos.wpa.fake.PrivateBus;
import org.officeos.wpa.fake.StrictSupplicant;

/** The policies that are shipped, on a real dbus-daemon that closes the supplicant to all else. */
class BusPolicyTest {

  private static final Path SHIPPED = Path.of("..", "udev", "dbus-1", "system.d");

  /** As wpa_supplicant's own file does. */
  private static final String CLOSED =
      "<deny send_destination='fi.w1.wpa_supplicant1'/>"
          + "<deny receive_sender='fi.w1.wpa_supplicant1' receive_type='signal'/>";

  private static final Pattern RULES =
      Pattern.compile("<policy user=\"([a-z-]+)\">(.*)</policy>", Pattern.DOTALL);

  private static final List<String> TO_BUS =
      List.of("--dest=org.freedesktop.DBus", "/org/freedesktop/DBus");

  @TempDir Path directory;

  private final SimulatedAir air = new SimulatedAir();
  private final SimulatedRadio here = air.radio("02:00:00:00:00:01");
  private final SimulatedRadio there = air.radio("02:00:00:00:00:02");
  private final ArrayDeque<Runnable> closing = new ArrayDeque<>();

  @AfterEach
  void close() {
    closing.forEach(Runnable::run);
  }

  private static String rulesOf(String file, String user) throws IOException {
    return rulesOf(file, user, CLOSED);
  }

  /** The rules of that file, for the user that runs this test in place of the file's own. */
  private static String rulesOf(String file, String user, String others) throws IOException {
    String text = Files.readString(SHIPPED.resolve(file), StandardCharsets.UTF_8);
    Matcher policy = RULES.matcher(text);
    assertTrue(policy.find(), text);
    assertEquals(user, policy.group(1));
    return others
        + "</policy><policy user='"
        + System.getProperty("user.name")
        + "'>"
        + policy.group(2);
  }

  private PrivateBus bus(String name, String rules, SimulatedRadio radio) throws Exception {
    PrivateBus bus = PrivateBus.start(directory.resolve(name), rules);
    closing.addFirst(bus::close);
    closing.addFirst(StrictSupplicant.start(bus.address(), radio, "wlan0")::close);
    return bus;
  }

  private WifiP2p open(PrivateBus bus, SimulatedRadio radio) {
    WifiP2p wifi =
        SupplicantWifiP2p.open(
            SupplicantConfig.of("wlan0")
                .on(bus.address())
                .withKernelAddress(() -> Optional.of(radio.address())));
    closing.addFirst(wifi::close);
    EventLog.of(wifi).next(P2pEvent.StateChanged.class, e -> e.state() == P2pState.INACTIVE);
    return wifi;
  }

  @Test
  void theShippedRulesLetTheLinkAndTheLaptopDoTheirWork() throws Exception {
    WifiP2p link = open(bus("handheld", rulesOf("officeos-link.conf", "officeos"), here), here);
    WifiP2p laptop =
        open(bus("laptop", rulesOf("officeos-laptop.conf", "officeos-laptop"), there), there);
    link.configure(DeviceSettings.handheld("handheld")).join();
    laptop.configure(DeviceSettings.laptop("laptop")).join();
    EventLog heard = EventLog.of(link);
    EventLog heardThere = EventLog.of(laptop);
    laptop.createGroup(GroupConfig.anyPersistent()).join();
    P2pGroup standing = heardThere.next(P2pEvent.GroupStarted.class, e -> true).group();

    link.find(FindRequest.social()).join();
    heard.next(P2pEvent.DeviceFound.class, e -> e.device().address().equals(there.address()));
    link.connect(ConnectRequest.pbc(there.address()).joining().withIntent(0)).join();
    heardThere.next(P2pEvent.ProvisionDiscovery.class, e -> true);
    laptop.admit(standing.interfaceName(), Optional.empty()).join();
    P2pGroup joined = heard.next(P2pEvent.GroupStarted.class, e -> true).group();
    assertEquals(standing.ssid(), joined.ssid());

    link.removeGroup(joined.interfaceName()).join();
    heard.next(P2pEvent.GroupRemoved.class, e -> true);
    List<PersistentGroup> remembered = link.persistentGroups().join();
    link.reinvoke(remembered.get(0).id(), Optional.empty()).join();
    P2pGroup again = heard.next(P2pEvent.GroupStarted.class, e -> true).group();
    link.removeGroup(again.interfaceName()).join();
    heard.next(P2pEvent.GroupRemoved.class, e -> true);
    link.deletePersistentGroup(remembered.get(0).id()).join();
    assertEquals(List.of(), link.persistentGroups().join());
  }

  @Test
  void theLinkMayNotPutANetworkOfItsOwnMakingIntoTheSupplicant() throws Exception {
    WifiP2p link = open(bus("handheld", rulesOf("officeos-link.conf", "officeos"), here), here);
    GroupConfig named =
        GroupConfig.named(GroupSsid.of("DIRECT-xy"), Passphrase.of("a passphrase of our own"));
    CompletionException refused =
        assertThrows(CompletionException.class, () -> link.createGroup(named).join());
    P2pException why = assertInstanceOf(P2pException.class, refused.getCause());
    assertEquals(P2pReason.BUS_DENIED, why.reason(), why::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Interface.AddNetwork",
        "Interface.SelectNetwork",
        "Interface.EnableNetwork",
        "Interface.Reassociate",
        "Interface.Reattach",
        "Interface.Reconnect",
        "Interface.Roam",
        "Interface.Scan",
        "Interface.AddCred",
        "CreateInterface",
        "RemoveInterface",
        "ExpectDisconnect"
      })
  void stationModeAndInterfacesWithNetworksAreRefusedByTheBusItself(String member)
      throws Exception {
    PrivateBus closed = bus("handheld", rulesOf("officeos-link.conf", "officeos"), here);
    String said = sent(closed, "fi.w1.wpa_supplicant1." + member);
    assertTrue(said.contains("AccessDenied"), said);
  }

  /** The control: where the bus is open, the same call reaches the supplicant. */
  @Test
  void onAnOpenBusTheSameCallReachesTheSupplicant() throws Exception {
    PrivateBus open = bus("handheld", "", here);
    String said = sent(open, "fi.w1.wpa_supplicant1.Interface.AddNetwork");
    assertTrue(said.contains("Error") && !said.contains("AccessDenied"), said);
  }

  @Test
  void theSupplicantMayHaveItsNameAndCallNobodyButTheBus() throws Exception {
    PrivateBus bus =
        bus(
            "handheld",
            rulesOf("officeos-supplicant.conf", "officeos-supplicant", "<deny own='*'/>"),
            here);
    String names = sent(bus, TO_BUS, "org.freedesktop.DBus.ListNames");
    assertTrue(names.contains("\"fi.w1.wpa_supplicant1\""), names);
    String called = sent(bus, "fi.w1.wpa_supplicant1.Interface.AddNetwork");
    assertTrue(called.contains("AccessDenied"), called);
    String another =
        sent(bus, TO_BUS, "org.freedesktop.DBus.RequestName", "string:org.example", "uint32:0");
    assertTrue(another.contains("AccessDenied"), another);
  }

  private String sent(PrivateBus bus, String call) throws IOException, InterruptedException {
    return sent(
        bus, List.of("--dest=fi.w1.wpa_supplicant1", "/fi/w1/wpa_supplicant1/Interfaces/0"), call);
  }

  private String sent(PrivateBus bus, List<String> to, String... call)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "dbus-send", "--bus=" + bus.address(), "--print-reply", "--reply-timeout=10000"));
    words.addAll(to);
    words.addAll(List.of(call));
    Process sender = new ProcessBuilder(words).redirectErrorStream(true).start();
    assertTrue(sender.waitFor(20, TimeUnit.SECONDS), call[0]);
    return new String(sender.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
