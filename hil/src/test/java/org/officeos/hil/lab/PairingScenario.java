package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.DeviceType;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.PersistentGroup;
import org.officeos.hal.p2p.WpsPin;

/** Search, first pairing, return and end, as they go when all goes well. */
class PairingScenario extends RadioScenario {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void eachFindsTheOtherWithItsNameAndItsKind(TestReporter told) {
    long began = System.nanoTime();
    find();
    told.publishEntry("note", "found after " + since(began));
    P2pDevice there = peer(handheld, laptop);
    P2pDevice here = peer(laptop, handheld);
    assertEquals("lab laptop", there.name());
    assertEquals(DeviceType.NOTEBOOK, there.primaryType());
    assertEquals("lab handheld", here.name());
    assertEquals(DeviceType.PORTABLE_GAMING, here.primaryType());
  }

  private static P2pDevice peer(Party here, Party there) {
    return here.wifi().peers().stream()
        .filter(peer -> peer.address().equals(there.address()))
        .findFirst()
        .orElseGet(() -> fail(there.address() + " is not among " + here.wifi().peers()));
  }

  @Test
  void aFirstPairingByButtonGivesBothAnAddressWithoutDhcp(TestReporter told) throws IOException {
    long began = System.nanoTime();
    Pair pair = formed();
    told.publishEntry("note", "group with addresses after " + since(began));
    assertLinked(pair);
    int first = handheld.heard().count();
    laptop.get(laptop.wifi().removeGroup(pair.there().interfaceName()));
    handheld.awaitEnd(first, pair.here());
    assertNothingLeft();
  }

  @Test
  void aFirstPairingByPinGivesBothAnAddress(TestReporter told) throws IOException {
    long began = System.nanoTime();
    find();
    int hereFirst = handheld.heard().count();
    int thereFirst = laptop.heard().count();
    WpsPin pin = shown();
    handheld.get(handheld.wifi().connect(ConnectRequest.keypad(laptop.address(), pin)));
    Pair pair = new Pair(handheld.awaitGroup(hereFirst), laptop.awaitGroup(thereFirst));
    told.publishEntry("note", "group with addresses after " + since(began));
    assertLinked(pair);
    int first = laptop.heard().count();
    handheld.get(handheld.wifi().removeGroup(pair.here().interfaceName()));
    laptop.await(first, P2pEvent.ClientLeft.class, left -> true, SOON);
    laptop.get(laptop.wifi().removeGroup(pair.there().interfaceName()));
    assertNothingLeft();
  }

  @Test
  void aRememberedGroupComesBackWithoutAPerson(TestReporter told) throws IOException {
    Pair pair = formed();
    int first = handheld.heard().count();
    int firstThere = laptop.heard().count();
    laptop.get(laptop.wifi().removeGroup(pair.there().interfaceName()));
    handheld.awaitEnd(first, pair.here());
    laptop.awaitEnd(firstThere, pair.there());
    List<PersistentGroup> remembered = handheld.get(handheld.wifi().persistentGroups());
    assertEquals(1, remembered.size(), remembered::toString);
    assertEquals(pair.here().ssid(), remembered.get(0).ssid());

    int again = handheld.heard().count();
    int againThere = laptop.heard().count();
    long began = System.nanoTime();
    laptop.get(laptop.wifi().find(FindRequest.social()));
    handheld.get(handheld.wifi().find(FindRequest.social()));
    handheld.awaitPeer(again, laptop);
    handheld.get(handheld.wifi().reinvoke(remembered.get(0).id(), Optional.of(laptop.address())));
    Pair back = new Pair(handheld.awaitGroup(again), laptop.awaitGroup(againThere));
    told.publishEntry("note", "back with addresses after " + since(began));
    assertEquals(pair.here().ssid(), back.here().ssid());
    assertLinked(back);
    int last = handheld.heard().count();
    laptop.get(laptop.wifi().removeGroup(back.there().interfaceName()));
    handheld.awaitEnd(last, back.here());
    assertNothingLeft();
  }

  /** No search, no invitation: the owner is asked for nothing, and need not even be seen before. */
  @Test
  void aClientGoesBackIntoTheOwnersStandingGroup(TestReporter told) throws IOException {
    Pair pair = formed();
    assertLinked(pair);
    int left = handheld.heard().count();
    int leftThere = laptop.heard().count();
    handheld.get(handheld.wifi().removeGroup(pair.here().interfaceName()));
    handheld.awaitEnd(left, pair.here());
    laptop.await(leftThere, P2pEvent.ClientLeft.class, client -> true, SOON);
    int id = handheld.get(handheld.wifi().persistentGroups()).get(0).id();

    int again = handheld.heard().count();
    int againThere = laptop.heard().count();
    long began = System.nanoTime();
    handheld.get(handheld.wifi().reinvoke(id, Optional.empty()));
    Pair back = new Pair(handheld.awaitGroup(again), pair.there());
    String took = since(began);
    laptop.await(
        againThere,
        P2pEvent.ClientJoined.class,
        joined -> joined.client().equals(handheld.address()),
        SOON);
    assertEquals(pair.here().ssid(), back.here().ssid());
    assertEquals(laptop.address(), back.here().ownerAddress());
    P2pGroup.Addresses here = handheld.takeAddress(back.here());
    handheld.ping(here.owner());
    laptop.ping(here.own());

    int last = handheld.heard().count();
    laptop.get(laptop.wifi().removeGroup(back.there().interfaceName()));
    handheld.awaitEnd(last, back.here());
    long alone = System.nanoTime();
    int lone = handheld.heard().count();
    handheld.get(handheld.wifi().reinvoke(id, Optional.empty()));
    P2pEvent.FormationFailed failed =
        handheld.await(lone, P2pEvent.FormationFailed.class, end -> true, SOON);
    assertEquals(P2pReason.FORMATION_TIMED_OUT, failed.reason(), failed::detail);
    told.publishEntry("note", "back after " + took + "; told of no group after " + since(alone));
    assertNothingLeft();
  }
}
