package org.officeos.handheld.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.GroupNetworkException.Reason;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.testing.FakeGroupNetwork;
import org.officeos.hal.p2p.testing.FakeWifiP2p;
import org.officeos.hal.p2p.testing.SimulatedAir;
import org.officeos.hal.p2p.testing.SimulatedRadio;
import org.officeos.handheld.radio.KnownLaptop;
import org.officeos.handheld.radio.Phase;
import org.officeos.handheld.testing.AirLaptop;
import org.officeos.handheld.testing.AirNetwork;

@Timeout(30)
final class GroupKeeperTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final MacAddress OWN = MacAddress.parse("02:00:00:00:00:0a");

  private final SimulatedAir air = new SimulatedAir();
  private final AirLaptop laptop = new AirLaptop(air, "02:00:00:00:00:01").up().door(true);
  private final SimulatedRadio radio = air.radio(OWN.toString());
  private final FakeGroupNetwork network = new FakeGroupNetwork();
  private final FakeWifiP2p wifi = AirNetwork.follow(new FakeWifiP2p(air, radio), network);
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final List<GroupStatus> told = new ArrayList<>();
  private final GroupKeeper keeper =
      new GroupKeeper(
          wifi,
          network,
          new KnownLaptop(laptop.address()),
          DeviceSettings.handheld("anna"),
          clock::get,
          new Random(1),
          this::tell);

  @AfterEach
  void close() {
    keeper.close();
    wifi.close();
  }

  private synchronized void tell(GroupStatus status) {
    told.add(status);
  }

  private synchronized List<Phase> phases() {
    return told.stream().map(GroupStatus::phase).toList();
  }

  private void turn(Duration time) {
    clock.addAndGet(time.toNanos());
    keeper.wake();
  }

  private void turnUntil(Duration step, BooleanSupplier reached) throws InterruptedException {
    for (int i = 0; i < 500 && !reached.getAsBoolean(); i++) {
      GroupStatus seen = keeper.status();
      turn(step);
      keeper.awaitChange(seen, Duration.ofMillis(50));
    }
    assertTrue(reached.getAsBoolean(), () -> "stays at " + keeper.status());
  }

  private GroupStatus await(Predicate<GroupStatus> wanted) throws InterruptedException {
    GroupStatus status = keeper.status();
    while (!wanted.test(status)) {
      GroupStatus next = keeper.awaitChange(status, PATIENCE);
      if (next.equals(status)) {
        return fail("stays at " + status);
      }
      status = next;
    }
    return status;
  }

  private GroupStatus await(Phase phase) throws InterruptedException {
    return await(status -> status.phase() == phase);
  }

  private StandingGroup standing() throws InterruptedException {
    return await(Phase.LINKED).standing().orElseThrow();
  }

  @Test
  void comesIntoTheLaptopsGroupByButtonAndTakesItsAddress() throws Exception {
    keeper.seek(Optional.empty());
    StandingGroup group = standing();
    assertEquals(Ipv4.of(192, 168, 49, 128), group.own());
    assertEquals(Ipv4.of(192, 168, 49, 1), group.owner());
    assertEquals(laptop.address(), group.laptop());
    assertEquals(
        List.of(new FakeGroupNetwork.Assigned(group.own(), Ipv4.of(255, 255, 255, 0))),
        network.addresses(group.interfaceName()));
    assertEquals(Optional.of(group.interfaceName() + " to 192.168.49.1:47100"), network.way());
    assertEquals("anna", wifi.settings().join().name());
    assertEquals(
        List.of(Phase.RADIO_AWAY, Phase.LOOKING_UP, Phase.SEARCHING, Phase.CONNECTING),
        phases().subList(0, 4));
  }

  @Test
  void comesBackAfterItWasOutOfRange() throws Exception {
    keeper.seek(Optional.empty());
    StandingGroup before = standing();
    laptop.lose(OWN);
    StandingGroup after =
        await(s -> s.standing().filter(g -> !g.equals(before)).isPresent())
            .standing()
            .orElseThrow();
    assertEquals(before.owner(), after.owner());
  }

  @Test
  void waitsForALaptopThatIsGoneAndComesBackToIt() throws Exception {
    keeper.seek(Optional.empty());
    standing();
    laptop.down();
    await(status -> status.phase() != Phase.LINKED);
    turnUntil(Duration.ofSeconds(71), () -> phases().contains(Phase.RESTING));
    laptop.up();
    turnUntil(Duration.ofSeconds(3), () -> keeper.status().standing().isPresent());
    assertEquals(Ipv4.of(192, 168, 49, 1), standing().owner());
  }

  @Test
  void beginsAnewWhenTheSupplicantIsBack() throws Exception {
    keeper.seek(Optional.empty());
    standing();
    laptop.lose(OWN);
    wifi.lose(P2pReason.SUPPLICANT_LOST);
    GroupStatus away = await(Phase.RADIO_AWAY);
    assertEquals(Optional.of(P2pReason.SUPPLICANT_LOST), away.reason());
    assertEquals(Optional.empty(), away.standing());
    wifi.comeBack();
    standing();
  }

  @Test
  void waitsForARadioThatIsBlockedFromTheBeginning() throws Exception {
    wifi.lose(P2pReason.RADIO_BLOCKED_SOFT);
    keeper.seek(Optional.empty());
    assertEquals(
        Optional.of(P2pReason.RADIO_BLOCKED_SOFT), await(s -> s.reason().isPresent()).reason());
    wifi.comeBack();
    standing();
  }

  @Test
  void leavesAGroupThatTheKernelWillNotAddressAndTriesAgain() throws Exception {
    network.refuseNext(Reason.NO_SUCH_INTERFACE);
    keeper.seek(Optional.empty());
    GroupStatus failed = await(s -> s.obstacle().isPresent());
    assertEquals(Phase.RESTING, failed.phase());
    assertEquals(Reason.NO_SUCH_INTERFACE, failed.obstacle().orElseThrow().reason());
    assertEquals(List.of(), wifi.groups());
    turn(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), await(Phase.LINKED).obstacle());
  }

  @Test
  void seeksAnewWhenNothingWasReachedOverTheGroup() throws Exception {
    keeper.seek(Optional.empty());
    StandingGroup group = standing();
    keeper.unusable(new StandingGroup("other", group.own(), group.owner(), group.laptop()));
    keeper.unusable(group);
    GroupStatus resting = await(Phase.RESTING);
    assertEquals(Optional.empty(), resting.standing());
    turn(Duration.ofSeconds(1));
    standing();
  }

  @Test
  void takesAGroupOfTheLaptopsThatStandsAlready() throws Exception {
    keeper.seek(Optional.empty());
    StandingGroup left = standing();
    try (GroupKeeper second =
        new GroupKeeper(
            wifi,
            network,
            new KnownLaptop(laptop.address()),
            DeviceSettings.handheld("anna"),
            clock::get,
            new Random(2),
            status -> {})) {
      second.seek(Optional.empty());
      GroupStatus status = second.status();
      while (status.standing().isEmpty()) {
        status = second.awaitChange(status, PATIENCE);
      }
      assertEquals(Optional.of(left), status.standing());
    }
  }

  @Test
  void leavesTheGroupItMadeWhenItIsClosed() throws Exception {
    keeper.seek(Optional.empty());
    standing();
    keeper.close();
    assertEquals(List.of(), wifi.groups());
    assertEquals(Phase.STOPPED, keeper.status().phase());
    keeper.close();
  }

  @Test
  void canBeClosedOnTheWayAndBeforeItBegan() throws Exception {
    laptop.door(false);
    keeper.seek(Optional.empty());
    await(Phase.CONNECTING);
    keeper.close();
    assertEquals(List.of(), wifi.groups());
    laptop.door(true);
    wifi.find(FindRequest.social()).join();
    assertEquals(1, laptop.asked());
    assertTrue(phases().contains(Phase.STOPPED));
  }

  @Test
  void restsWhenTheRadioRefusesToSearch() throws Exception {
    wifi.connect(ConnectRequest.pbc(MacAddress.parse("02:00:00:00:00:77"))).join();
    keeper.seek(Optional.empty());
    assertEquals(Optional.of(P2pReason.BUSY), await(Phase.RESTING).reason());
    wifi.cancelConnect().join();
    turn(Duration.ofSeconds(1));
    standing();
  }
}
