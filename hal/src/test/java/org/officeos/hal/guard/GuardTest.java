package org.officeos.hal.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.guard.testing.FakeGuardKernel;
import org.officeos.hal.guard.testing.GuardRun;
import org.officeos.hal.netlink.InterfaceType;
import org.officeos.hal.netlink.RfkillType;

/** The guard event by event, over a kernel in memory. */
class GuardTest {

  private static final long SECOND = 1_000_000_000L;

  private final FakeGuardKernel kernel = new FakeGuardKernel();
  private final List<GuardRecord> records = new ArrayList<>();
  private final GuardLoop loop = new GuardLoop(kernel, kernel::nanos, records::add, false);
  private final GuardRun run = new GuardRun(loop, kernel);

  @BeforeEach
  void aRadioWithP2pDevice() {
    kernel.radio(0, InterfaceType.STATION, InterfaceType.P2P_CLIENT, InterfaceType.P2P_DEVICE);
  }

  private GuardRecord.Shut onlyShut() {
    assertEquals(1, records.size(), records.toString());
    return (GuardRecord.Shut) records.get(0);
  }

  @Test
  void theFirstThingItDoesIsToLookAtEverything() {
    kernel.up(kernel.make("eth0", ""));
    loop.begin();
    assertEquals(GuardOrder.Look.ALL, kernel.looks().get(0));
    assertFalse(kernel.isUp(2));
  }

  @Test
  void theStationInterfaceIsSwitchedOffWhereTheDriverHasP2pDevice() {
    int wlan0 = kernel.wireless(0, "wlan0", InterfaceType.STATION);
    loop.begin();
    kernel.up(wlan0);
    run.all();
    assertFalse(kernel.isUp(wlan0));
    GuardRecord.Shut shut = onlyShut();
    assertEquals(LeakVector.LINK_UP, shut.opening().vector());
    assertEquals("wlan0", shut.opening().subject());
    assertEquals("up; managed of phy0, driver mac80211_hwsim", shut.opening().observed());
    assertEquals("switched off", shut.how());
    assertTrue(shut.took() > 0 && shut.took() < SECOND, shut.toString());
  }

  @Test
  void aStationThatWasSeenBeforeIsSwitchedOffBeforeTheRadiosAreLookedAtAgain() {
    int wlan0 = kernel.wireless(0, "wlan0", InterfaceType.STATION);
    loop.begin();
    run.all();
    kernel.looks().clear();
    kernel.up(wlan0);
    run.all();
    assertFalse(kernel.isUp(wlan0));
    assertEquals(List.of(), kernel.looks());
  }

  @Test
  void theGroupsInterfaceItsAddressAndItsNetworkStay() {
    int group = kernel.wireless(0, "p2p-wlan0-0", InterfaceType.P2P_CLIENT);
    loop.begin();
    kernel.up(group);
    kernel.become(group, 0, InterfaceType.P2P_CLIENT, "DIRECT-ab");
    kernel.carries(group);
    kernel.address(group, "c0a83180", 24);
    kernel.route(group, "c0a83100", 24, 0);
    run.all();
    assertEquals(List.of(), kernel.acts());
    assertEquals(List.of(), records);
  }

  @Test
  void aGroupOfARadioThatAppearedASecondAgoStays() {
    loop.begin();
    kernel.radio(7, InterfaceType.P2P_CLIENT, InterfaceType.P2P_DEVICE);
    int group = kernel.wireless(7, "p2p-wlan1-0", InterfaceType.P2P_CLIENT);
    kernel.up(group);
    run.all();
    assertTrue(kernel.isUp(group));
  }

  @Test
  void whatIsNamedLikeAGroupAndIsNoneIsSwitchedOff() {
    int fake = kernel.make("p2p-wlan0-0", "dummy");
    int nobodys = kernel.wireless(5, "p2p-wlan5-0", InterfaceType.P2P_CLIENT);
    loop.begin();
    kernel.up(fake);
    kernel.up(nobodys);
    run.all();
    assertFalse(kernel.isUp(fake));
    assertFalse(kernel.isUp(nobodys));
  }

  @Test
  void everyOtherKindIsSwitchedOff() {
    loop.begin();
    List<Integer> all = new ArrayList<>();
    for (InterfaceType type :
        List.of(
            InterfaceType.P2P_GO,
            InterfaceType.AP,
            InterfaceType.ADHOC,
            InterfaceType.MESH_POINT,
            InterfaceType.MONITOR,
            InterfaceType.OCB,
            InterfaceType.UNKNOWN)) {
      all.add(kernel.wireless(0, "w" + all.size(), type));
    }
    for (String kind : List.of("", "tun", "bridge", "veth", "wireguard")) {
      all.add(kernel.make("e" + all.size(), kind));
    }
    all.forEach(kernel::up);
    for (int i = 0; i < 10; i++) {
      run.all();
    }
    assertEquals(
        List.of(),
        all.stream().filter(kernel::isUp).collect(Collectors.toList()),
        records.toString());
    assertEquals(all.size(), records.size());
  }

  @Test
  void withoutP2pDeviceTheStationInterfaceStaysUntilItDoesMoreThanFind() {
    kernel.radio(1, InterfaceType.STATION, InterfaceType.P2P_CLIENT);
    int wlan1 = kernel.wireless(1, "wlan1", InterfaceType.STATION);
    loop.begin();
    kernel.up(wlan1);
    run.all();
    assertTrue(kernel.isUp(wlan1));
    kernel.become(wlan1, 1, InterfaceType.STATION, "cafe");
    run.all();
    assertFalse(kernel.isUp(wlan1));
    assertEquals(LeakVector.ASSOCIATED, onlyShut().opening().vector());
    assertEquals("a station of a network", onlyShut().opening().observed());
  }

  @Test
  void withoutP2pDeviceACarrierIsEnough() {
    kernel.radio(1, InterfaceType.STATION, InterfaceType.P2P_CLIENT);
    int wlan1 = kernel.wireless(1, "wlan1", InterfaceType.STATION);
    loop.begin();
    kernel.carries(wlan1);
    run.all();
    assertFalse(kernel.isUp(wlan1));
    assertEquals("a station that can carry traffic", onlyShut().opening().observed());
  }

  @Test
  void withoutP2pDeviceAnAddressOfTheStationInterfaceIsRemoved() {
    kernel.radio(1, InterfaceType.STATION, InterfaceType.P2P_CLIENT);
    int wlan1 = kernel.wireless(1, "wlan1", InterfaceType.STATION);
    loop.begin();
    kernel.up(wlan1);
    kernel.address(wlan1, "0a000002", 24);
    run.all();
    assertTrue(kernel.isUp(wlan1));
    assertEquals("address removed", onlyShut().how());
    assertEquals("has the address 10.0.0.2/24", onlyShut().opening().observed());
  }

  @Test
  void aP2pClientInANetworkThatIsNoGroupIsSwitchedOff() {
    int group = kernel.wireless(0, "p2p-wlan0-0", InterfaceType.P2P_CLIENT);
    loop.begin();
    kernel.up(group);
    run.all();
    assertTrue(kernel.isUp(group));
    kernel.become(group, 0, InterfaceType.P2P_CLIENT, "cafe");
    run.all();
    assertFalse(kernel.isUp(group));
  }

  @Test
  void ofTwoGroupsTheOlderOneStays() {
    int older = kernel.wireless(0, "p2p-wlan0-0", InterfaceType.P2P_CLIENT);
    int younger = kernel.wireless(0, "p2p-wlan0-1", InterfaceType.P2P_CLIENT);
    loop.begin();
    kernel.up(younger);
    run.all();
    assertTrue(kernel.isUp(younger), "one that is down is in nobody's way");
    kernel.up(older);
    run.all();
    assertTrue(kernel.isUp(older));
    assertFalse(kernel.isUp(younger));
  }

  @Test
  void aGroupThatBecomesAStationIsLookedAtWhenItComesUp() {
    int group = kernel.wireless(0, "wlan0", InterfaceType.P2P_CLIENT);
    loop.begin();
    kernel.up(group);
    run.all();
    kernel.down(group);
    kernel.become(group, 0, InterfaceType.STATION, "");
    kernel.up(group);
    run.all();
    assertFalse(kernel.isUp(group));
  }

  @Test
  void whereRadiosCannotBeLookedAtNothingIsAGroup() {
    int group = kernel.wireless(0, "p2p-wlan0-0", InterfaceType.P2P_CLIENT);
    loop.begin();
    kernel.blind(GuardOrder.Look.RADIOS, "MALFORMED");
    kernel.up(group);
    run.all();
    assertFalse(kernel.isUp(group));
    assertEquals(new GuardRecord.Blind(GuardOrder.Look.RADIOS, "MALFORMED"), records.get(0));
    kernel.blind(GuardOrder.Look.RADIOS, "");
    run.during(SECOND);
    assertTrue(records.contains(new GuardRecord.Sighted(GuardOrder.Look.RADIOS)));
    assertEquals(1, records.stream().filter(GuardRecord.Blind.class::isInstance).count());
  }

  @Test
  void ipv6IsRemovedFromTheGroupToo() {
    int group = kernel.wireless(0, "p2p-wlan0-0", InterfaceType.P2P_CLIENT);
    loop.begin();
    kernel.up(group);
    kernel.address(group, "fe80" + "0".repeat(27) + "1", 64);
    run.all();
    assertEquals(LeakVector.IPV6, onlyShut().opening().vector());
    assertTrue(kernel.isUp(group));
  }

  @Test
  void routesThatLeadOutAreRemovedEachByItself() {
    int group = kernel.wireless(0, "p2p-wlan0-0", InterfaceType.P2P_CLIENT);
    loop.begin();
    kernel.up(group);
    kernel.address(group, "c0a83180", 24);
    kernel.route(group, "00000000", 0, 1);
    kernel.route(group, "00000000", 0, 2);
    kernel.route(group, "0a000000", 8, 0);
    run.all();
    assertEquals(3, kernel.acts().size());
    assertEquals(3, records.size());
    assertEquals(
        "leads out by p2p-wlan0-0", ((GuardRecord.Shut) records.get(2)).opening().observed());
  }

  @Test
  void otherRadiosAreBlockedAndWifiIsNot() {
    loop.begin();
    kernel.radioSwitch("rfkill0", RfkillType.WLAN, false);
    kernel.radioSwitch("rfkill1", RfkillType.BLUETOOTH, false);
    kernel.radioSwitch("rfkill2", RfkillType.WWAN, false);
    kernel.radioSwitch("rfkill3", RfkillType.NFC, true);
    run.all();
    assertEquals(2, kernel.acts().size(), kernel.acts().toString());
    assertEquals(
        List.of(LeakVector.BLUETOOTH, LeakVector.OTHER_RADIO),
        records.stream().map(each -> ((GuardRecord.Shut) each).opening().vector()).toList());
  }

  @Test
  void whatHasNoNetworkInterfaceIsToldOnce() {
    loop.begin();
    kernel.wirelessOnly(0, InterfaceType.NAN);
    run.all();
    run.during(60 * SECOND);
    assertEquals(1, records.size(), records.toString());
    GuardRecord.Open open = (GuardRecord.Open) records.get(0);
    assertEquals("type NAN", open.opening().observed());
    assertEquals("there is no request that shuts it", open.why());
  }

  @Test
  void whatIsRefusedIsTriedAgainSaidOnceAndShutInTheEnd() {
    int eth0 = kernel.make("eth0", "");
    loop.begin();
    kernel.refuse("REFUSED: EPERM, not allowed");
    kernel.up(eth0);
    run.during(60 * SECOND);
    assertEquals(1, records.size(), records.toString());
    GuardRecord.Open open = (GuardRecord.Open) records.get(0);
    assertEquals("REFUSED: EPERM, not allowed", open.why());
    assertEquals(Attempt.TRIES, open.tries());
    assertTrue(kernel.acts().size() < 30, kernel.acts().size() + " tries in a minute");
    kernel.refuse("");
    run.during(10 * SECOND);
    assertFalse(kernel.isUp(eth0));
    assertEquals("switched off", ((GuardRecord.Shut) records.get(1)).how());
    assertTrue(((GuardRecord.Shut) records.get(1)).took() > 50 * SECOND);
  }

  @Test
  void whatWasRefusedAndGoesAwayIsSaidToHaveGoneByItself() {
    int eth0 = kernel.make("eth0", "");
    loop.begin();
    kernel.refuse("no");
    kernel.up(eth0);
    run.during(SECOND);
    kernel.remove(eth0);
    run.all();
    assertEquals("by itself", ((GuardRecord.Shut) records.get(1)).how());
    assertEquals(List.of(), loop.settle(0));
  }

  @Test
  void whatIsUpAgainAfterTheKernelTookItIsSwitchedOffAgain() {
    int eth0 = kernel.make("eth0", "");
    loop.begin();
    kernel.riseAgainOnce(eth0);
    kernel.up(eth0);
    run.during(SECOND);
    assertFalse(kernel.isUp(eth0));
    assertEquals(2, kernel.acts().size());
  }

  @Test
  void whatWasLostIsSeenByLookingAnew() {
    int eth0 = kernel.make("eth0", "");
    loop.begin();
    run.all();
    kernel.loseEvents();
    kernel.up(eth0);
    kernel.sayThatEventsWereLost();
    loop.step(SECOND);
    assertFalse(kernel.isUp(eth0));
  }

  @Test
  void whatNobodyToldOfIsSeenInFiveSecondsAndNothingHappensMoreOftenThanThat() {
    int eth0 = kernel.make("eth0", "");
    loop.begin();
    run.all();
    kernel.loseEvents();
    kernel.up(eth0);
    run.during(6 * SECOND);
    assertFalse(kernel.isUp(eth0));
    int before = kernel.looks().size();
    int steps = 0;
    long end = kernel.nanos() + 60 * SECOND;
    while (kernel.nanos() < end) {
      loop.step(end - kernel.nanos());
      steps++;
    }
    assertTrue(steps < 30, steps + " wake-ups in a minute");
    assertEquals(12, kernel.looks().size() - before);
  }

  @Test
  void whenAllCannotBeLookedAtItIsTriedAgainSoon() {
    kernel.blind(GuardOrder.Look.ALL, "STILL_CHANGING");
    int eth0 = kernel.make("eth0", "");
    loop.begin();
    run.during(SECOND / 2);
    assertTrue(kernel.looks().size() > 5, kernel.looks().toString());
    assertEquals(1, records.size());
    kernel.up(eth0);
    run.all();
    assertFalse(kernel.isUp(eth0), "what is told is shut all the same");
  }

  @Test
  void setUpAgainAThousandTimesItIsShutEachTimeAndTheLogStaysShort() {
    int eth0 = kernel.make("eth0", "");
    loop.begin();
    for (int i = 0; i < 1000; i++) {
      kernel.up(eth0);
      while (kernel.isUp(eth0)) {
        loop.step(1_000);
      }
    }
    run.all();
    assertEquals(Ledger.EACH, records.size());
    run.during(11 * SECOND);
    assertEquals(Ledger.EACH + 1, records.size());
    GuardRecord.Repeated repeated = (GuardRecord.Repeated) records.get(Ledger.EACH);
    assertEquals("eth0", repeated.subject());
    assertEquals(1000 - Ledger.EACH, repeated.times());
    assertTrue(repeated.slowest() > 0);
  }

  @Test
  void aThousandNamesFillNeitherLogNorMemory() {
    loop.begin();
    for (int i = 0; i < 1000; i++) {
      int index = kernel.make("e" + i, "veth");
      kernel.up(index);
      while (kernel.isUp(index)) {
        loop.step(1_000);
      }
      kernel.remove(index);
    }
    run.all();
    loop.end();
    assertEquals(Ledger.THINGS + 1, records.size());
    GuardRecord.Repeated rest = (GuardRecord.Repeated) records.get(Ledger.THINGS);
    assertEquals("other things", rest.subject());
    assertEquals(1000 - Ledger.THINGS, rest.times());
  }

  @Test
  void aDryRunDoesNothingAndSaysEachThingOnce() {
    GuardLoop dry = new GuardLoop(kernel, kernel::nanos, records::add, true);
    kernel.up(kernel.make("eth0", ""));
    dry.begin();
    assertEquals(1, dry.settle(10 * SECOND).size());
    assertEquals(List.of(), kernel.acts());
    assertEquals("only looked at", ((GuardRecord.Open) records.get(0)).why());
  }
}
