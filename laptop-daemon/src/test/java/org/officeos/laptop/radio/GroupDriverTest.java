package org.officeos.laptop.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.fence.RuleLoadException;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupNetworkException;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.testing.EventLog;
import org.officeos.hal.p2p.testing.FakeGroupNetwork.Assigned;
import org.officeos.hal.p2p.testing.FakeWifiP2p;
import org.officeos.laptop.link.LinkException;

/** The group as other devices see it, on simulated air. */
final class GroupDriverTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Ipv4 MASK = EapolAddressPlan.USUAL.mask();

  @TempDir Path folder;
  private DriverRig rig;

  @BeforeEach
  void makeRig() {
    rig = new DriverRig(folder);
  }

  @AfterEach
  void closeRig() {
    rig.close();
  }

  private FakeWifiP2p handheld(String address) {
    return new FakeWifiP2p(rig.air, rig.air.radio(address));
  }

  /** Presses its button beside the laptop. */
  private static void join(FakeWifiP2p handheld) {
    handheld.find(FindRequest.social()).join();
    handheld.connect(ConnectRequest.pbc(DriverRig.LAPTOP).joining()).join();
  }

  @Test
  void keepsAGroupStandingAndListensInItOnly() throws Exception {
    String iface = rig.start().awaitGroup();
    assertEquals(List.of("192.168.49.1:47100 " + iface), rig.listening);
    assertEquals(
        List.of(new Assigned(EapolAddressPlan.USUAL.owner(), MASK)), rig.network.addresses(iface));
    assertEquals(
        DeviceSettings.laptop("Test laptop"), rig.wifi.settings().join(), "intent 15, a laptop");
    assertEquals(List.of(2412), rig.askedFor);
    RadioStatus status = rig.driver().status();
    assertTrue(status.group().orElseThrow().ssid().endsWith("-OfficeOS"), status.toString());
    assertEquals(2412, status.group().orElseThrow().megahertz());
    assertEquals(Optional.empty(), status.trouble());
    rig.close();
    assertEquals(List.of(), rig.listening);
    assertEquals(List.of(), rig.radio.groups(), "the group ends with the daemon");
  }

  @Test
  void raisesTheFenceBeforeAnythingIsOpenAndTakesItDownWithTheGroup() throws Exception {
    String iface = rig.start().awaitGroup();
    String up = "up " + iface + " 192.168.49.1 tcp dport 47100";
    assertEquals(List.of(up), rig.fences);
    rig.radio.disconnect(iface);
    rig.await(RadioPhase.RESTING);
    rig.driver().wake().join();
    assertEquals(List.of(up, "down"), rig.fences);
    rig.pass(SECOND);
    String second = rig.awaitGroup();
    rig.close();
    assertEquals(
        List.of(up, "down", "up " + second + " 192.168.49.1 tcp dport 47100", "down"), rig.fences);
  }

  @Test
  void withoutTheFenceNothingIsOpenedAndThePersonIsToldWhy() throws Exception {
    rig.refusedFence = Optional.of(RuleLoadException.Reason.NO_PROGRAM);
    RadioStatus status = rig.start().await(RadioPhase.RESTING);
    assertEquals("FENCE_NO_PROGRAM", status.trouble().orElseThrow().word());
    assertTrue(status.trouble().orElseThrow().explanation().contains("fence = false"));
    assertEquals(List.of(), rig.listening);
    assertEquals(List.of(), rig.fences);
    rig.refusedFence = Optional.empty();
    rig.pass(SECOND);
    rig.awaitGroup();
    assertEquals(1, rig.listening.size());
  }

  @Test
  void aPersonCanDoWithoutTheFence() throws Exception {
    rig.fence = false;
    rig.refusedFence = Optional.of(RuleLoadException.Reason.NO_PROGRAM);
    rig.startAgain().awaitGroup();
    assertEquals(1, rig.listening.size());
    rig.close();
    assertEquals(List.of(), rig.fences);
  }

  @Test
  void keepsItsGroupOverRestarts() throws Exception {
    rig.start().awaitGroup();
    String ssid = rig.driver().status().group().orElseThrow().ssid();
    rig.startAgain().awaitGroup();
    assertEquals(ssid, rig.driver().status().group().orElseThrow().ssid());
    assertEquals(1, rig.radio.remembered().list().size());
    assertEquals(List.of(2412), rig.askedFor, "the second time by its number");
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve(OwnGroupFile.NAME))));
  }

  @Test
  void makesTheSameGroupAgainWhereTheSupplicantForgotIt() throws Exception {
    rig.start().awaitGroup();
    String ssid = rig.driver().status().group().orElseThrow().ssid();
    rig.driver().close();
    rig.radio.remembered().forget(0);
    rig.startAgain().awaitGroup();
    assertEquals(ssid, rig.driver().status().group().orElseThrow().ssid());
  }

  @Test
  void aSpentGroupStaysWrittenDownUntilTheSupplicantForgotItForGood() throws Exception {
    rig.start().awaitGroup();
    String first = rig.driver().status().group().orElseThrow().ssid();
    rig.driver().spend();
    assertEquals("forget " + first + "\n", Files.readString(folder.resolve(OwnGroupFile.NAME)));
    rig.unforgetting = true;
    rig.startAgain().awaitGroup();
    String second = rig.driver().status().group().orElseThrow().ssid();
    assertFalse(second.equals(first), second);
    rig.settle();
    assertTrue(
        Files.readString(folder.resolve(OwnGroupFile.NAME)).endsWith("\nforget " + first + "\n"));
    rig.unforgetting = false;
    rig.startAgain().awaitGroup();
    assertEquals(second, rig.driver().status().group().orElseThrow().ssid());
    rig.settle();
    assertEquals(List.of(second), rig.radio.remembered().inFile());
    assertFalse(Files.readString(folder.resolve(OwnGroupFile.NAME)).contains("forget"));
  }

  @Test
  void aDaemonThatWasKilledAfterARevocationMakesAnotherGroup() throws Exception {
    rig.start().awaitGroup();
    String first = rig.driver().status().group().orElseThrow().ssid();
    rig.driver().close();
    SpentGroupFile.writeDown(folder);
    rig.startAgain().awaitGroup();
    assertFalse(rig.driver().status().group().orElseThrow().ssid().equals(first));
    rig.settle();
    assertEquals(1, rig.radio.remembered().inFile().size());
  }

  @Test
  void comesBackOnTheConfiguredChannelAndNamesOneThatIsRefused() throws Exception {
    rig.start().awaitGroup();
    rig.wish = Optional.of(new Frequency(2462));
    rig.startAgain().awaitGroup();
    assertEquals(2462, rig.driver().status().group().orElseThrow().megahertz());
    assertEquals(Optional.empty(), rig.driver().status().trouble());
    rig.radio.driver().refuse(new Frequency(2437));
    rig.wish = Optional.of(new Frequency(2437));
    rig.startAgain().awaitGroup();
    assertEquals(2412, rig.driver().status().group().orElseThrow().megahertz());
    assertEquals("CHANNEL_UNAVAILABLE", rig.driver().status().trouble().orElseThrow().word());
  }

  @Test
  void makesItAgainWhenSomebodyRemovedIt() throws Exception {
    String first = rig.start().awaitGroup();
    rig.radio.disconnect(first);
    rig.await(RadioPhase.RESTING);
    assertEquals(List.of(), rig.listening);
    rig.pass(SECOND);
    String second = rig.awaitGroup();
    assertEquals(List.of("192.168.49.1:47100 " + second), rig.listening);
  }

  @Test
  void letsTwoHandheldsInAndTellsWhenTheyLeave() throws Exception {
    rig.start().awaitGroup();
    FakeWifiP2p ada = handheld("02:00:00:00:00:01");
    FakeWifiP2p bob = handheld("02:00:00:00:00:02");
    EventLog adas = EventLog.of(ada);
    join(ada);
    rig.driver().pairing(true);
    rig.await("the first", status -> status.clients() == 1);
    rig.driver().pairing(false);
    join(bob);
    rig.driver().pairing(true);
    rig.await("two", status -> status.clients() == 2);
    P2pEvent.GroupStarted joined = adas.next(P2pEvent.GroupStarted.class);
    assertEquals("192.168.49.1", joined.group().addresses().orElseThrow().owner().toString());
    ada.removeGroup(joined.group().interfaceName()).join();
    rig.await("one", status -> status.clients() == 1);
    bob.removeGroup(bob.groups().get(0).interfaceName()).join();
    rig.await("none", status -> status.clients() == 0);
    assertEquals(RadioPhase.STANDING, rig.driver().status().phase());
  }

  @Test
  void pressesTheButtonWhileAPersonPairsAndNoLonger() throws Exception {
    rig.start().awaitGroup();
    assertEquals(0, rig.admitted.size());
    rig.driver().pairing(true);
    rig.settle();
    assertEquals(1, rig.admitted.size(), "at once");
    join(handheld("02:00:00:00:00:01"));
    rig.pass(Duration.ofSeconds(100));
    rig.await("one", status -> status.clients() == 1);
    assertEquals(2, rig.admitted.size(), "and after 100 s");
    rig.driver().pairing(false);
    rig.settle();
    rig.pass(Duration.ofMinutes(5));
    assertEquals(2, rig.admitted.size());
    join(handheld("02:00:00:00:00:02"));
    rig.settle();
    assertEquals(1, rig.driver().status().clients(), "the button was taken back");
  }

  @Test
  void takesAnotherChannelWhereOneCannotBeUsed() throws Exception {
    rig.refusedChannels = where -> !where.equals(Frequency.ANY);
    rig.start().awaitGroup();
    assertEquals(List.of(2412, 2437, 2462, 0), rig.askedFor);
  }

  @Test
  void takesAnotherNetworkWhereOneIsInUse() throws Exception {
    rig.network.otherComes("eth0", Ipv4.of(192, 168, 49, 20), MASK);
    String iface = rig.start().awaitGroup();
    assertEquals(List.of("192.168.149.1:47100 " + iface), rig.listening);
  }

  @Test
  void movesToAnotherNetworkWhenTheLaptopComesIntoItsOwn() throws Exception {
    rig.start().awaitGroup();
    rig.network.otherComes("wlan0", Ipv4.of(192, 168, 49, 7), MASK);
    rig.pass(GroupKeeper.CHECK_EVERY);
    assertEquals("NETWORK_TAKEN", rig.awaitTrouble());
    rig.pass(SECOND);
    assertEquals(List.of("192.168.149.1:47100 " + rig.awaitGroup()), rig.listening);
  }

  @Test
  void saysWhenEveryNetworkIsInUse() throws Exception {
    rig.network.otherComes("eth0", Ipv4.of(192, 168, 1, 20), Ipv4.of(255, 255, 0, 0));
    rig.network.otherComes("tun0", Ipv4.of(10, 8, 0, 2), Ipv4.of(255, 0, 0, 0));
    rig.network.otherComes("docker0", Ipv4.of(172, 17, 0, 1), Ipv4.of(255, 240, 0, 0));
    assertEquals("NETWORK_TAKEN", rig.start().awaitTrouble());
    rig.network.gone("docker0");
    rig.pass(SECOND);
    assertEquals(List.of("172.29.49.1:47100 " + rig.awaitGroup()), rig.listening);
  }

  @Test
  void goesOnWithoutPermissionAndTriesAgain() throws Exception {
    String iface = rig.start().awaitGroup();
    rig.radio.disconnect(iface);
    rig.await(RadioPhase.RESTING);
    rig.network.refuseNext(GroupNetworkException.Reason.NOT_PERMITTED);
    rig.pass(SECOND);
    assertEquals("NOT_PERMITTED", rig.awaitTrouble());
    assertEquals(List.of(), rig.radio.groups(), "a group that nobody serves is worse than none");
    rig.pass(Duration.ofSeconds(2));
    rig.awaitGroup();
    assertEquals(Optional.empty(), rig.driver().status().trouble());
  }

  @Test
  void endsAGroupOnWhichItCannotListen() throws Exception {
    rig.refusedSocket =
        Optional.of(
            new LinkException(
                LinkException.Reason.ADDRESS_IN_USE, "in use", new java.io.IOException("no")));
    assertEquals("ADDRESS_IN_USE", rig.start().awaitTrouble());
    assertEquals(List.of(), rig.radio.groups());
    rig.refusedSocket = Optional.empty();
    rig.pass(SECOND);
    rig.awaitGroup();
  }

  @Test
  void comesBackWithTheSupplicant() throws Exception {
    rig.start().awaitGroup();
    rig.wifi.lose(P2pReason.SUPPLICANT_LOST);
    RadioStatus lost = rig.await(RadioPhase.RADIO_AWAY);
    assertEquals("SUPPLICANT_LOST", lost.trouble().orElseThrow().word());
    assertEquals(List.of(), rig.listening);
    rig.wifi.comeBack();
    rig.awaitGroup();
    assertEquals(1, rig.radio.groups().size(), "what was left standing is gone");
  }

  @Test
  void saysThatASwitchIsInTheWay() throws Exception {
    rig.refusal = P2pReason.GROUP_INTERFACE_FAILED;
    rig.refusedChannels = where -> rig.blocked.isPresent();
    rig.blocked = Optional.of(P2pReason.RADIO_BLOCKED_SOFT);
    assertEquals("RADIO_BLOCKED_SOFT", rig.start().awaitTrouble());
    rig.blocked = Optional.empty();
    rig.pass(SECOND);
    rig.awaitGroup();
  }

  @Test
  void asksTheBusAgainThatRefusedIt() throws Exception {
    rig.broken = true;
    assertEquals("BUS_DENIED", rig.start().awaitTrouble());
    rig.broken = false;
    rig.pass(SECOND);
    rig.awaitGroup();
    assertEquals(2, rig.opened.size());
  }

  @Test
  void overcomesAFaultOnTheWayToTheRadio() throws Exception {
    rig.faulty = true;
    assertEquals("SUPPLICANT_FAULT", rig.start().awaitTrouble());
    rig.faulty = false;
    rig.pass(SECOND);
    rig.awaitGroup();
  }

  @Test
  void endsQuietlyBeforeItWasStarted() {
    rig.close();
    assertEquals(RadioPhase.OFF, rig.driver().status().phase());
  }

  @Test
  void endsWhileTheRadioIsAway() throws Exception {
    rig.broken = true;
    rig.start().awaitTrouble();
    rig.close();
    assertEquals(RadioPhase.OFF, rig.driver().status().phase());
  }

  @Test
  void endsWhileItRests() throws Exception {
    rig.refusedChannels = where -> true;
    assertEquals("CHANNEL_UNAVAILABLE", rig.start().awaitTrouble());
    rig.close();
    assertEquals(RadioPhase.OFF, rig.driver().status().phase());
  }

  @Test
  void tellsNoKeyAnywhere() throws P2pException, InterruptedException {
    rig.start().awaitGroup();
    String key = rig.radio.groups().get(0).passphrase().orElseThrow().characters();
    assertFalse(rig.driver().status().toString().contains(key));
    assertFalse(OwnGroup.of(rig.radio.groups().get(0)).toString().contains(key));
  }
}
