package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.PersistentGroup;

/** What a handheld loses while it is in the laptop's group, or on its way there; and its return. */
class LossScenario extends StandingGroupScenario {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration FORMATION = Duration.ofSeconds(90);

  @Test
  void aRadioThatIsSwitchedOffIsToldAndOnceItIsOnTheHandheldComesBack(TestReporter notes)
      throws Exception {
    P2pGroup joined = admitted(handheld, standing());
    int first = handheld.heard().count();
    hosts.block(Hosts.HANDHELD, true);
    awaitGone(first, joined);
    P2pEvent.StateChanged told = awaitLost(first);
    assertEquals(Optional.of(P2pReason.RADIO_BLOCKED_SOFT), told.reason(), told::toString);
    assertEquals(List.of(), handheld.wifi().groups());
    int off = handheld.heard().count();
    hosts.block(Hosts.HANDHELD, false);
    long began = System.nanoTime();
    downAgain();
    awaitReady(off);
    handheld.ping(returned(handheld).addresses().orElseThrow().owner());
    notes.publishEntry("note", "back after " + since(began));
  }

  @Test
  void aRadioThatIsTakenAwayIsToldAndOnceItIsBackTheHandheldComesBack(TestReporter told)
      throws Exception {
    admitted(handheld, standing());
    int first = handheld.heard().count();
    hosts.takeRadio(Hosts.HANDHELD);
    P2pEvent.StateChanged lost = awaitLost(first);
    assertTrue(
        lost.reason()
            .filter(Set.of(P2pReason.RADIO_LOST, P2pReason.NO_RADIO)::contains)
            .isPresent(),
        lost::toString);
    assertEquals(List.of(), handheld.wifi().groups());
    // As the unit does, which is bound to the radio's device.
    hosts.kill("supplicant", Hosts.HANDHELD);
    int away = handheld.heard().count();
    hosts.returnRadio(Hosts.HANDHELD);
    hosts.start("supplicant", Hosts.HANDHELD);
    long began = System.nanoTime();
    awaitReady(away);
    downAgain();
    handheld.ping(returned(handheld).addresses().orElseThrow().owner());
    told.publishEntry("note", "back after " + since(began));
  }

  @Test
  void anOwnerThatGoesAndComesBackIsJoinedAgain(TestReporter told) throws Exception {
    P2pGroup standing = standing();
    P2pGroup joined = admitted(handheld, standing);
    int first = handheld.heard().count();
    int firstThere = laptop.heard().count();
    laptop.get(laptop.wifi().removeGroup(standing.interfaceName()));
    awaitGone(first, joined);
    laptop.awaitEnd(firstThere, standing);
    int own =
        laptop.get(laptop.wifi().persistentGroups()).stream()
            .filter(group -> group.role() == P2pGroup.Role.GROUP_OWNER)
            .map(PersistentGroup::id)
            .findFirst()
            .orElseThrow();
    int again = laptop.heard().count();
    laptop.get(laptop.wifi().reinvoke(own, Optional.empty()));
    P2pGroup back = laptop.awaitGroup(again);
    assertEquals(standing.ssid(), back.ssid());
    laptop.takeAddress(back);
    long began = System.nanoTime();
    handheld.ping(returned(handheld).addresses().orElseThrow().owner());
    told.publishEntry("note", "back after " + since(began));
  }

  @Test
  void aSupplicantKilledWhileItSearchesIsToldAndSearchesAgain() throws Exception {
    standing();
    handheld.get(handheld.wifi().find(FindRequest.social()));
    killedAndBack();
    int first = handheld.heard().count();
    handheld.get(handheld.wifi().find(FindRequest.social()));
    handheld.awaitPeer(first, laptop);
  }

  @Test
  void aSupplicantKilledWhileItJoinsEndsTheRequestByNameAndTheNextOneIsGood() throws Exception {
    P2pGroup standing = standing();
    int first = handheld.heard().count();
    laptop.get(laptop.wifi().admit(standing.interfaceName(), Optional.empty()));
    handheld.get(handheld.wifi().find(FindRequest.social()));
    handheld.awaitPeer(first, laptop);
    int asked = handheld.heard().count();
    handheld.get(
        handheld.wifi().connect(ConnectRequest.pbc(laptop.address()).joining().withIntent(0)));
    killedAndBack();
    P2pEvent.FormationFailed failed =
        handheld.await(asked, P2pEvent.FormationFailed.class, any -> true, FORMATION);
    assertEquals(P2pReason.SUPPLICANT_LOST, failed.reason(), failed::toString);
    handheld.ping(admitted(handheld, standing).addresses().orElseThrow().owner());
  }

  @Test
  void aSupplicantKilledInTheGroupIsToldAndTheHandheldComesBack() throws Exception {
    admitted(handheld, standing());
    killedAndBack();
    handheld.ping(returned(handheld).addresses().orElseThrow().owner());
  }

  private void killedAndBack() throws IOException {
    int first = handheld.heard().count();
    hosts.kill("supplicant", Hosts.HANDHELD);
    awaitLost(first);
    int away = handheld.heard().count();
    hosts.start("supplicant", Hosts.HANDHELD);
    awaitReady(away);
    downAgain();
  }

  private void awaitGone(int first, P2pGroup group) {
    handheld.await(
        first,
        P2pEvent.GroupRemoved.class,
        told -> told.interfaceName().equals(group.interfaceName()),
        FORMATION);
  }

  private P2pEvent.StateChanged awaitLost(int first) {
    return handheld.await(
        first, P2pEvent.StateChanged.class, told -> told.state() == P2pState.DISABLED, SOON);
  }

  private void awaitReady(int first) {
    handheld.await(
        first, P2pEvent.StateChanged.class, told -> told.state() == P2pState.INACTIVE, FORMATION);
  }

  /** A supplicant that starts takes its interface up, and so does one whose switch is turned on. */
  private void downAgain() throws IOException {
    if (Hosts.haveP2pDevice()) {
      hosts.on(Hosts.HANDHELD, "ip", "link", "set", "wlan0", "down");
    }
  }
}
