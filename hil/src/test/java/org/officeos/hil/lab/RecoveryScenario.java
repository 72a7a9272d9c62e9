package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.WpsPin;

/** What goes wrong is told by name, and the same objects work again afterwards. */
class RecoveryScenario extends RadioScenario {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration FORMATION = Duration.ofSeconds(90);

  @Test
  void aWrongPinIsToldByNameAndTheRightOneWorksAfterwards() throws Exception {
    find();
    WpsPin right = shown();
    WpsPin wrong = WpsPin.of(right.digits().equals("12345670") ? "00000000" : "12345670");
    int first = handheld.heard().count();
    handheld.get(handheld.wifi().connect(ConnectRequest.keypad(laptop.address(), wrong)));
    assertFailed(first, P2pReason.PROVISIONING_FAILED);
    handheld.get(handheld.wifi().cancelConnect());
    laptop.get(laptop.wifi().cancelConnect());
    assertNothingLeft();

    int hereFirst = handheld.heard().count();
    int thereFirst = laptop.heard().count();
    find();
    WpsPin again = shown();
    handheld.get(handheld.wifi().connect(ConnectRequest.keypad(laptop.address(), again)));
    assertLinked(new Pair(handheld.awaitGroup(hereFirst), laptop.awaitGroup(thereFirst)));
  }

  /** The standard has no frame for a no: it is the answer to the next question. */
  @Test
  void aNoOnTheLaptopIsToldToTheHandheldWhenItAsksAgain() throws IOException {
    find();
    int thereFirst = laptop.heard().count();
    laptopListens();
    handheld.get(handheld.wifi().connect(ConnectRequest.pbc(laptop.address())));
    laptop.await(
        thereFirst,
        P2pEvent.GoNegotiationRequested.class,
        asked -> asked.peer().equals(handheld.address()),
        SOON);
    laptop.get(laptop.wifi().reject(handheld.address()));
    int hereFirst = handheld.heard().count();
    handheld.get(handheld.wifi().cancelConnect());
    assertFailed(hereFirst, P2pReason.CANCELLED);
    laptopListens();
    int again = handheld.heard().count();
    handheld.get(handheld.wifi().connect(ConnectRequest.pbc(laptop.address())));
    assertFailed(again, P2pReason.REJECTED_BY_PEER);
    assertNothingLeft();
  }

  private void assertFailed(int first, P2pReason reason) {
    P2pEvent.FormationFailed failed =
        handheld.await(first, P2pEvent.FormationFailed.class, told -> true, FORMATION);
    assertEquals(reason, failed.reason(), failed::toString);
  }

  @Test
  void theHandheldsSupplicantKilledInAGroupIsToldAndItWorksAgainOnceItIsBack(TestReporter told)
      throws Exception {
    Pair pair = formed();
    int first = handheld.heard().count();
    int firstThere = laptop.heard().count();
    hosts.kill("supplicant", Hosts.HANDHELD);
    P2pEvent.StateChanged lost =
        handheld.await(
            first, P2pEvent.StateChanged.class, s -> s.state() == P2pState.DISABLED, SOON);
    assertTrue(
        lost.reason()
            .filter(r -> r == P2pReason.SUPPLICANT_LOST || r == P2pReason.SUPPLICANT_ABSENT)
            .isPresent(),
        lost::toString);
    assertEquals(List.of(), handheld.wifi().groups());
    assertRefusedByName();

    int absent = handheld.heard().count();
    long began = System.nanoTime();
    hosts.start("supplicant", Hosts.HANDHELD);
    handheld.await(absent, P2pEvent.StateChanged.class, s -> s.state() == P2pState.INACTIVE, SOON);
    told.publishEntry("note", "ready again after " + since(began));
    if (Hosts.haveP2pDevice()) {
      // A supplicant that starts takes its interface up, as after every boot.
      hosts.on(Hosts.HANDHELD, "ip", "link", "set", "wlan0", "down");
    }
    laptop.get(laptop.wifi().removeGroup(pair.there().interfaceName()));
    laptop.awaitEnd(firstThere, pair.there());
    assertLinked(formed());
  }

  private void assertRefusedByName() {
    Throwable thrown =
        handheld
            .wifi()
            .persistentGroups()
            .handle((groups, failure) -> failure == null ? new AssertionError(groups) : failure)
            .join();
    Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
    assertTrue(cause instanceof P2pException, cause::toString);
    assertNotEquals(P2pReason.SUPPLICANT_FAULT, ((P2pException) cause).reason());
  }

  @Test
  void theLaptopsSupplicantKilledInAGroupIsToldToTheHandheld(TestReporter told) throws IOException {
    Pair pair = formed();
    int first = handheld.heard().count();
    long began = System.nanoTime();
    hosts.kill("supplicant", Hosts.LAPTOP);
    handheld.await(
        first,
        P2pEvent.GroupRemoved.class,
        gone -> gone.interfaceName().equals(pair.here().interfaceName()),
        FORMATION);
    told.publishEntry("note", "told after " + since(began));
    handheld.await(first, P2pEvent.StateChanged.class, s -> s.state() == P2pState.INACTIVE, SOON);
  }

  @Test
  void aBusThatIsRestartedWithItsSupplicantIsTakenUpAgain(TestReporter told) throws IOException {
    int first = handheld.heard().count();
    hosts.kill("bus", Hosts.HANDHELD);
    hosts.kill("supplicant", Hosts.HANDHELD);
    handheld.await(first, P2pEvent.StateChanged.class, s -> s.state() == P2pState.DISABLED, SOON);
    int absent = handheld.heard().count();
    long began = System.nanoTime();
    hosts.start("bus", Hosts.HANDHELD);
    hosts.start("supplicant", Hosts.HANDHELD);
    handheld.await(
        absent, P2pEvent.StateChanged.class, s -> s.state() == P2pState.INACTIVE, FORMATION);
    told.publishEntry("note", "ready again after " + since(began));
    if (Hosts.haveP2pDevice()) {
      hosts.on(Hosts.HANDHELD, "ip", "link", "set", "wlan0", "down");
    }
    assertLinked(formed());
  }
}
