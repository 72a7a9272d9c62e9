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
import org.junit.jupiter.api.extension.RegisterExtension;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.WpsPin;

/**
 * A handheld and a laptop, each driven through the product's own bridge and a real supplicant over
 * the simulated air, and what tests of them do again and again. Where the radios have a P2P-device,
 * the handheld's station interface is down for the whole of every test.
 */
abstract class RadioScenario {

  @RegisterExtension final Hosts hosts;

  Party handheld;
  Party laptop;
  private List<String> before;

  /** On the two hosts, and on further ones of these names. */
  RadioScenario(String... further) {
    this(new Hosts(further));
  }

  /** On these hosts. */
  RadioScenario(Hosts hosts) {
    this.hosts = hosts;
  }

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

  void find() {
    handheld.get(handheld.wifi().find(FindRequest.social()));
    laptop.get(laptop.wifi().find(FindRequest.social()));
    handheld.awaitPeer(0, laptop);
    laptop.awaitPeer(0, handheld);
  }

  /**
   * The laptop stays on its channel for the handheld to come to. Between two searches it would be
   * there for tenths of a second only, and on a slow machine gone before the last frame of a
   * negotiation reaches it.
   */
  void laptopListens() {
    laptop.get(laptop.wifi().stopFind());
    laptop.get(laptop.wifi().listen(Duration.ofSeconds(60)));
  }

  /** The PIN that the laptop shows while it waits for the handheld. */
  WpsPin shown() {
    laptopListens();
    Optional<WpsPin> pin =
        laptop.get(
            laptop.wifi().connect(ConnectRequest.display(handheld.address()).onlyAuthorizing()));
    return pin.orElseGet(() -> fail("the laptop has no PIN to show"));
  }

  /** A group with addresses on both, formed by button; the laptop owns it. */
  Pair formed() {
    find();
    return connected(ConnectRequest.pbc(handheld.address()), ConnectRequest.pbc(laptop.address()));
  }

  Pair connected(ConnectRequest onLaptop, ConnectRequest onHandheld) {
    int hereFirst = handheld.heard().count();
    int thereFirst = laptop.heard().count();
    laptopListens();
    laptop.get(laptop.wifi().connect(onLaptop.onlyAuthorizing()));
    handheld.get(handheld.wifi().connect(onHandheld));
    return new Pair(handheld.awaitGroup(hereFirst), laptop.awaitGroup(thereFirst));
  }

  void assertLinked(Pair pair) throws IOException {
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
  void assertNothingLeft() throws IOException {
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

  static String since(long began) {
    return String.format(Locale.ROOT, "%.2f s", (System.nanoTime() - began) / 1e9);
  }

  /**
   * One group, as each of its two sees it.
   *
   * @param here on the handheld
   * @param there on the laptop
   */
  record Pair(P2pGroup here, P2pGroup there) {}
}
