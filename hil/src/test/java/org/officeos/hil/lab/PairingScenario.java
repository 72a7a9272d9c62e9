package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.DeviceType;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.PersistentGroup;
import org.officeos.hal.p2p.WpsPin;

/**
 * The product's bridge on both hosts, through real supplicants over the simulated air. Where the
 * radios have a P2P-device, the handheld's station interface is down for the whole of every test.
 */
class PairingScenario {

  @RegisterExtension final Hosts hosts = new Hosts();

  private Party handheld;
  private Party laptop;
  private List<String> before;

  @BeforeEach
  void open() throws IOException {
    if (Hosts.haveP2pDevice()) {
      hosts.quietStation(Hosts.HANDHELD);
    }
    before = hosts.interfaces();
    handheld = Party.open(hosts, Hosts.HANDHELD, DeviceSettings.handheld("lab handheld"));
    laptop = Party.open(hosts, Hosts.LAPTOP, DeviceSettings.laptop("lab laptop"));
    laptop.get(laptop.wifi().setAddressPlan(EapolAddressPlan.USUAL));
  }

  @AfterEach
  void close() {
    if (handheld != null) {
      handheld.close();
    }
    if (laptop != null) {
      laptop.close();
    }
  }

  private void find() {
    handheld.get(handheld.wifi().find(FindRequest.social()));
    laptop.get(laptop.wifi().find(FindRequest.social()));
    handheld.awaitPeer(0, laptop);
    laptop.awaitPeer(0, handheld);
  }

  /** A group with addresses on both, formed by button; the laptop owns it. */
  private Pair formed() {
    find();
    return connected(ConnectRequest.pbc(handheld.address()), ConnectRequest.pbc(laptop.address()));
  }

  private Pair connected(ConnectRequest onLaptop, ConnectRequest onHandheld) {
    int hereFirst = handheld.heard().count();
    int thereFirst = laptop.heard().count();
    laptop.get(laptop.wifi().connect(onLaptop.onlyAuthorizing()));
    handheld.get(handheld.wifi().connect(onHandheld));
    return new Pair(handheld.awaitGroup(hereFirst), laptop.awaitGroup(thereFirst));
  }

  private void assertLinked(Pair pair) throws IOException {
    assertEquals(P2pGroup.Role.CLIENT, pair.here().role());
    assertEquals(P2pGroup.Role.GROUP_OWNER, pair.there().role());
    assertEquals(pair.there().ssid(), pair.here().ssid());
    assertTrue(pair.here().ssid().startsWith("DIRECT-"), pair.here()::ssid);
    P2pGroup.Addresses here = handheld.takeAddress(pair.here());
    P2pGroup.Addresses there = laptop.takeAddress(pair.there());
    assertEquals(EapolAddressPlan.USUAL.owner(), here.owner());
    assertEquals(EapolAddressPlan.USUAL.owner(), there.own());
    assertEquals(EapolAddressPlan.USUAL.mask(), here.mask());
    assertTrue(inPlan(here.own()), here::toString);
    handheld.ping(there.own());
    laptop.ping(here.own());
  }

  private static boolean inPlan(Ipv4 address) {
    EapolAddressPlan plan = EapolAddressPlan.USUAL;
    return Integer.compareUnsigned(address.bits(), plan.first().bits()) >= 0
        && Integer.compareUnsigned(address.bits(), plan.last().bits()) <= 0;
  }

  /** No interface, address or route more than before, and the station never up in between. */
  private void assertNothingLeft() throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!before.equals(hosts.interfaces()) && System.nanoTime() < end) {
      pause();
    }
    assertEquals(before, hosts.interfaces());
    assertEquals(List.of(), handheld.wifi().groups());
    assertEquals(List.of(), laptop.wifi().groups());
    if (Hosts.haveP2pDevice()) {
      hosts.assertStationStayedDown(Hosts.HANDHELD);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail("interrupted", e);
    }
  }

  private static String since(long began) {
    return String.format(Locale.ROOT, "%.2f s", (System.nanoTime() - began) / 1e9);
  }

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
    Optional<WpsPin> shown =
        laptop.get(
            laptop.wifi().connect(ConnectRequest.display(handheld.address()).onlyAuthorizing()));
    WpsPin pin = shown.orElseGet(() -> fail("the laptop has no PIN to show"));
    handheld.get(handheld.wifi().connect(ConnectRequest.keypad(laptop.address(), pin)));
    Pair pair = new Pair(handheld.awaitGroup(hereFirst), laptop.awaitGroup(thereFirst));
    told.publishEntry("note", "group with addresses after " + since(began));
    assertLinked(pair);
    int first = laptop.heard().count();
    handheld.get(handheld.wifi().removeGroup(pair.here().interfaceName()));
    laptop.await(first, P2pEvent.ClientLeft.class, left -> true, Duration.ofSeconds(30));
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

  /**
   * One group, as each of its two sees it.
   *
   * @param here on the handheld
   * @param there on the laptop
   */
  private record Pair(P2pGroup here, P2pGroup there) {}
}
