package org.officeos.hil.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pException;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;

/** A third device is on the air: a second handheld, or a stranger. */
class ThirdDeviceScenario extends StandingGroupScenario {

  private static final Duration SEARCH = Duration.ofSeconds(40);
  private static final Duration PROBES = Duration.ofSeconds(6);

  private @Nullable Party third;

  ThirdDeviceScenario() {
    super(Hosts.THIRD);
  }

  @AfterEach
  void closeThird() {
    Party opened = third;
    if (opened != null) {
      opened.close();
    }
  }

  private Party opened(DeviceSettings settings) throws IOException {
    Party party = Party.open(hosts, Hosts.THIRD, settings);
    third = party;
    return party;
  }

  @Test
  void twoHandheldsAreInTheLaptopsGroupAtOnceWithAddressesOfTheirOwn(TestReporter told)
      throws Exception {
    Party third = opened(DeviceSettings.handheld("second handheld"));
    P2pGroup standing = standing();
    long began = System.nanoTime();
    P2pGroup one = admitted(handheld, standing);
    P2pGroup two = admitted(third, standing);
    told.publishEntry("note", "both in after " + since(began));
    assertEquals(standing.ssid(), one.ssid());
    assertEquals(standing.ssid(), two.ssid());
    assertNotEquals(one.addresses().orElseThrow().own(), two.addresses().orElseThrow().own());
    handheld.ping(one.addresses().orElseThrow().owner());
    third.ping(two.addresses().orElseThrow().owner());
    laptop.ping(one.addresses().orElseThrow().own());
    laptop.ping(two.addresses().orElseThrow().own());
  }

  @Test
  void aStrangerOfTheLaptopsNameIsADeviceOfItsOwnAndNotJoined() throws Exception {
    Party stranger = strangerWithGroup();
    P2pGroup standing = standing();
    laptop.get(laptop.wifi().admit(standing.interfaceName(), Optional.empty()));
    int first = handheld.heard().count();
    handheld.get(handheld.wifi().find(FindRequest.social()));
    awaitOwner(handheld, first, laptop);
    awaitOwner(handheld, first, stranger);
    List<P2pDevice> named =
        handheld.wifi().peers().stream().filter(peer -> peer.name().equals("lab laptop")).toList();
    assertEquals(2, named.size(), named::toString);

    handheld.get(
        handheld.wifi().connect(ConnectRequest.pbc(laptop.address()).joining().withIntent(0)));
    P2pGroup joined = handheld.awaitGroup(first);
    assertEquals(laptop.address(), joined.ownerAddress());
    assertEquals(standing.ssid(), joined.ssid());
  }

  /** The owner's side sees two devices that ask by button, and lets neither in. */
  @Test
  void twoHandheldsThatAskByButtonAtOnceAreAnOverlapAndNeitherIsLetIn() throws Exception {
    Party other = opened(DeviceSettings.handheld("second handheld"));
    P2pGroup standing = standing();
    int firstThere = laptop.heard().count();
    askByButton(handheld);
    askByButton(other);
    laptop.await(
        firstThere,
        P2pEvent.ProvisionDiscovery.class,
        told -> told.peer().equals(handheld.address()),
        SEARCH);
    laptop.await(
        firstThere,
        P2pEvent.ProvisionDiscovery.class,
        told -> told.peer().equals(other.address()),
        SEARCH);
    // The owner counts the buttons by the probe requests that follow, of which each scan sends
    // some.
    Thread.sleep(PROBES.toMillis());
    CompletionException refused =
        assertThrows(
            CompletionException.class,
            () -> laptop.wifi().admit(standing.interfaceName(), Optional.empty()).join());
    P2pException why = assertInstanceOf(P2pException.class, refused.getCause());
    assertEquals(P2pReason.PBC_OVERLAP, why.reason(), why::toString);
    assertTrue(laptop.heard().since(firstThere, P2pEvent.ClientJoined.class).isEmpty());
  }

  private void askByButton(Party who) {
    int first = who.heard().count();
    who.get(who.wifi().find(FindRequest.social()));
    awaitOwner(who, first, laptop);
    who.get(who.wifi().connect(ConnectRequest.pbc(laptop.address()).joining().withIntent(0)));
  }

  private Party strangerWithGroup() throws IOException, P2pException {
    Party stranger = opened(DeviceSettings.laptop("lab laptop"));
    int first = stranger.heard().count();
    stranger.get(stranger.wifi().createGroup(GroupConfig.anyPersistent().on(Frequency.of(2437))));
    stranger.awaitGroup(first);
    return stranger;
  }

  private static void awaitOwner(Party who, int first, Party owner) {
    who.await(
        first,
        P2pEvent.DeviceFound.class,
        told -> told.device().address().equals(owner.address()) && told.device().isGroupOwner(),
        SEARCH);
  }
}
