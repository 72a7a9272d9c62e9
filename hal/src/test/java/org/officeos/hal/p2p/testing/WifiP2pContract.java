package org.officeos.hal.p2p.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.GroupSsid;
import org.officeos.hal.p2p.LocalService;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.Passphrase;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.hal.p2p.WpsMethod;
import org.officeos.hal.p2p.WpsPin;

/**
 * What every {@link WifiP2p} must do, asked of two devices near each other: our own versions of
 * what Android's VTS and hostap's D-Bus tests ask, with values read back and events asserted.
 */
public abstract class WifiP2pContract extends RememberedGroupContract {

  private static final String NO_GROUP = "p2p-none-0";
  private static final LocalService BONJOUR =
      new LocalService.Bonjour("0b5f6166706f766572746370c00c000c01", "074578616d706c65c027");
  private static final LocalService UPNP =
      new LocalService.Upnp(0x10, "uuid:6859dede-8574-59ab-9332-123456789012::upnp:rootdevice");

  @Test
  void aListenerFirstHearsTheStateAsItIs() {
    P2pEvent.StateChanged first = onHandheld.next(P2pEvent.StateChanged.class);
    assertEquals(P2pState.INACTIVE, first.state());
    assertEquals(Optional.empty(), first.reason());
  }

  @Test
  void theDeviceAddressIsTold() throws Exception {
    assertEquals(rig.handheldAddress(), value(handheld.deviceAddress()));
  }

  @Test
  void whatIsConfiguredIsReadBack() throws Exception {
    DeviceSettings settings =
        new DeviceSettings("Größe 1", DeviceSettings.laptop("x").primaryType(), "-post", 11, false);
    value(handheld.configure(settings));
    assertEquals(settings, value(handheld.settings()));
  }

  @Test
  void anEmptyPostfixReplacesAnother() throws Exception {
    value(laptop.configure(DeviceSettings.handheld("Again")));
    assertEquals("", value(laptop.settings()).ssidPostfix());
  }

  @Test
  void macRandomizationMayBeSetTwice() throws Exception {
    value(handheld.setMacRandomization(true));
    value(handheld.setMacRandomization(true));
    value(handheld.setMacRandomization(false));
  }

  @Test
  void theTwoFindEachOther() throws Exception {
    bothFind();
    assertEquals(
        "Office",
        handheld.peers().stream()
            .filter(p -> p.address().equals(rig.laptopAddress()))
            .findFirst()
            .orElseThrow()
            .name());
    value(handheld.stopFind());
    onHandheld.next(P2pEvent.FindStopped.class);
  }

  @Test
  void aFlushForgetsThePeers() throws Exception {
    bothFind();
    value(handheld.stopFind());
    value(handheld.flush());
    assertEquals(rig.laptopAddress(), onHandheld.next(P2pEvent.DeviceLost.class).peer());
    assertEquals(List.of(), handheld.peers());
  }

  @Test
  void aButtonOnEachMakesAGroupWithAddresses() throws Exception {
    P2pGroup joined = pairByButton();
    assertEquals(P2pGroup.Role.CLIENT, joined.role());
    assertEquals(rig.laptopAddress(), joined.ownerAddress());
    assertTrue(joined.ssid().matches("DIRECT-..-OfficeOS"), joined.ssid());
    assertTrue(joined.persistent());
    assertTrue(joined.frequency().isChannel());
    assertEquals(Optional.empty(), joined.passphrase());
    P2pGroup.Addresses addresses = joined.addresses().orElseThrow();
    assertEquals(EapolAddressPlan.USUAL.owner(), addresses.owner());
    assertEquals(EapolAddressPlan.USUAL.mask(), addresses.mask());
    assertTrue(addresses.own().bits() >= EapolAddressPlan.USUAL.first().bits());
    assertTrue(addresses.own().bits() <= EapolAddressPlan.USUAL.last().bits());
    onHandheld.next(P2pEvent.StateChanged.class, e -> e.state() == P2pState.GROUP_CREATED);
    assertEquals(P2pState.GROUP_CREATED, handheld.state());
    assertEquals(List.of(joined), handheld.groups());

    P2pGroup owned = laptop.groups().get(0);
    assertEquals(P2pGroup.Role.GROUP_OWNER, owned.role());
    assertEquals(joined.ssid(), owned.ssid());
    assertEquals(joined.frequency(), owned.frequency());
    assertTrue(owned.passphrase().isPresent());
    assertEquals(EapolAddressPlan.USUAL.owner(), owned.addresses().orElseThrow().own());
    P2pEvent.ClientJoined client = onLaptop.next(P2pEvent.ClientJoined.class);
    assertEquals(rig.handheldAddress(), client.client());
    assertEquals(owned.interfaceName(), client.interfaceName());
    onHandheld.assertEnds(1);
    onLaptop.assertEnds(1);
  }

  @Test
  void aPinShownHereAndTypedThereMakesAGroup() throws Exception {
    bothFind();
    laptopListens();
    WpsPin pin =
        value(laptop.connect(ConnectRequest.display(rig.handheldAddress()).onlyAuthorizing()))
            .orElseThrow();
    assertEquals(
        Optional.empty(), value(handheld.connect(ConnectRequest.keypad(rig.laptopAddress(), pin))));
    assertEquals(P2pGroup.Role.CLIENT, onHandheld.next(P2pEvent.GroupStarted.class).group().role());
    assertEquals(
        P2pGroup.Role.GROUP_OWNER, onLaptop.next(P2pEvent.GroupStarted.class).group().role());
  }

  @Test
  void whoLeavesEndsItsOwnGroupOnly() throws Exception {
    P2pGroup joined = pairByButton();
    onLaptop.next(P2pEvent.ClientJoined.class);
    value(handheld.removeGroup(joined.interfaceName()));
    assertEquals(
        new P2pEvent.GroupRemoved(joined.interfaceName(), P2pGroup.Role.CLIENT),
        onHandheld.next(P2pEvent.GroupRemoved.class));
    assertEquals(rig.handheldAddress(), onLaptop.next(P2pEvent.ClientLeft.class).client());
    assertEquals(1, laptop.groups().size());
    onHandheld.next(P2pEvent.StateChanged.class, e -> e.state() == P2pState.INACTIVE);
    assertEquals(List.of(), handheld.groups());
  }

  @Test
  void theOwnerEndsTheGroupForAll() throws Exception {
    P2pGroup joined = pairByButton();
    value(laptop.removeGroup(laptop.groups().get(0).interfaceName()));
    onLaptop.next(P2pEvent.GroupRemoved.class);
    assertEquals(
        joined.interfaceName(), onHandheld.next(P2pEvent.GroupRemoved.class).interfaceName());
  }

  @Test
  void theOwnerSendsAClientAway() throws Exception {
    pairByButton();
    onLaptop.next(P2pEvent.ClientJoined.class);
    String owned = laptop.groups().get(0).interfaceName();
    assertFails(P2pReason.UNKNOWN_PEER, laptop.removeClient(owned, NOBODY));
    value(laptop.removeClient(owned, rig.handheldAddress()));
    onHandheld.next(P2pEvent.GroupRemoved.class);
  }

  @Test
  void anAddressThatNoStationHasIsSentAwayWithoutAnError() throws Exception {
    pairByButton();
    onLaptop.next(P2pEvent.ClientJoined.class);
    value(laptop.removeStation(laptop.groups().get(0).interfaceName(), NOBODY));
    assertEquals(1, handheld.groups().size());
    assertFails(P2pReason.UNKNOWN_GROUP, laptop.removeStation(NO_GROUP, NOBODY));
    assertFails(
        P2pReason.UNKNOWN_GROUP,
        handheld.removeStation(handheld.groups().get(0).interfaceName(), NOBODY));
  }

  @Test
  void aWrongPinFailsByNameOnBoth() throws Exception {
    bothFind();
    laptopListens();
    value(
        laptop.connect(
            new ConnectRequest(
                rig.handheldAddress(),
                WpsMethod.DISPLAY,
                Optional.of(WpsPin.of("12345670")),
                false,
                true,
                15,
                Frequency.ANY,
                true)));
    value(handheld.connect(ConnectRequest.keypad(rig.laptopAddress(), WpsPin.of("00000000"))));
    assertEquals(
        P2pReason.PROVISIONING_FAILED, onHandheld.next(P2pEvent.FormationFailed.class).reason());
    assertEquals(
        P2pReason.PROVISIONING_FAILED, onLaptop.next(P2pEvent.FormationFailed.class).reason());
    onHandheld.assertEnds(1);
    onLaptop.assertEnds(1);
  }

  @Test
  void aGroupOfOurOwnNamingHasThatNameAndKey() throws Exception {
    Passphrase key = Passphrase.of("correct horse battery");
    value(
        laptop.createGroup(
            GroupConfig.named(GroupSsid.of("DIRECT-of-Testing"), key).on(new Frequency(2437))));
    P2pGroup group = onLaptop.next(P2pEvent.GroupStarted.class).group();
    assertEquals("DIRECT-of-Testing", group.ssid());
    assertEquals(Optional.of(key), group.passphrase());
    assertEquals(new Frequency(2437), group.frequency());
    assertFalse(group.toString().contains("horse"));
  }

  @Test
  void aClientJoinsWhenItIsLetIn() throws Exception {
    value(laptop.createGroup(GroupConfig.anyTemporary()));
    P2pGroup owned = onLaptop.next(P2pEvent.GroupStarted.class).group();
    findOwner();
    value(handheld.connect(ConnectRequest.pbc(rig.laptopAddress()).joining()));
    onLaptop.next(P2pEvent.ProvisionDiscovery.class);
    value(laptop.admit(owned.interfaceName(), Optional.empty()));
    P2pGroup joined = onHandheld.next(P2pEvent.GroupStarted.class).group();
    assertEquals(owned.ssid(), joined.ssid());
    assertEquals(rig.laptopAddress(), joined.ownerAddress());
    assertFalse(joined.persistent());
    assertEquals(rig.handheldAddress(), onLaptop.next(P2pEvent.ClientJoined.class).client());
  }

  @Test
  void aClientIsNotLetInAnyMoreOnceTheOwnerTookItBackAndIsWhenItLetsItInAgain() throws Exception {
    value(laptop.createGroup(GroupConfig.anyTemporary()));
    P2pGroup owned = onLaptop.next(P2pEvent.GroupStarted.class).group();
    findOwner();
    value(laptop.admit(owned.interfaceName(), Optional.empty()));
    value(laptop.cancelAdmission(owned.interfaceName()));
    value(laptop.cancelAdmission(owned.interfaceName()));
    value(handheld.connect(ConnectRequest.pbc(rig.laptopAddress()).joining()));
    onLaptop.next(P2pEvent.ProvisionDiscovery.class);
    rig.airTime();
    assertEquals(0, onLaptop.count(P2pEvent.ClientJoined.class));
    onHandheld.assertEnds(0);
    value(laptop.admit(owned.interfaceName(), Optional.empty()));
    assertEquals(owned.ssid(), onHandheld.next(P2pEvent.GroupStarted.class).group().ssid());
  }

  @Test
  void aClientThatComesAfterItWasLetInGoesIn() throws Exception {
    value(laptop.createGroup(GroupConfig.anyTemporary()));
    P2pGroup owned = onLaptop.next(P2pEvent.GroupStarted.class).group();
    value(laptop.admit(owned.interfaceName(), Optional.empty()));
    findOwner();
    value(handheld.connect(ConnectRequest.pbc(rig.laptopAddress()).joining()));
    assertEquals(owned.ssid(), onHandheld.next(P2pEvent.GroupStarted.class).group().ssid());
  }

  @Test
  void connectingToAPeerNotHeardYetIsNoErrorAndCancellingItNeither() throws Exception {
    assertEquals(Optional.empty(), value(handheld.connect(ConnectRequest.pbc(NOBODY))));
    onHandheld.next(P2pEvent.StateChanged.class, e -> e.state() == P2pState.GROUP_CREATING);
    value(handheld.cancelConnect());
    assertEquals(P2pReason.CANCELLED, onHandheld.next(P2pEvent.FormationFailed.class).reason());
    onHandheld.next(P2pEvent.StateChanged.class, e -> e.state() == P2pState.INACTIVE);
    onHandheld.assertEnds(1);
  }

  @Test
  void aPeerThatComesLaterIsConnectedToThen() throws Exception {
    value(handheld.connect(ConnectRequest.pbc(rig.laptopAddress())));
    value(laptop.find(FindRequest.social()));
    P2pEvent.GoNegotiationRequested request = onLaptop.next(P2pEvent.GoNegotiationRequested.class);
    assertEquals(rig.handheldAddress(), request.peer());
    assertEquals(WpsMethod.PBC, request.method());
    value(laptop.connect(ConnectRequest.pbc(rig.handheldAddress())));
    onHandheld.next(P2pEvent.GroupStarted.class);
    onHandheld.assertEnds(1);
  }

  @Test
  void cancellingANegotiationLeavesNothing() throws Exception {
    bothFind();
    value(handheld.connect(ConnectRequest.pbc(rig.laptopAddress())));
    value(handheld.cancelConnect());
    assertEquals(P2pReason.CANCELLED, onHandheld.next(P2pEvent.FormationFailed.class).reason());
    assertEquals(List.of(), handheld.groups());
    value(handheld.find(FindRequest.social()));
  }

  @Test
  void cancellingWhereNothingGoesOnIsNoError() throws Exception {
    value(handheld.cancelConnect());
    onHandheld.assertEnds(0);
  }

  @Test
  void cancellingLeavesAGroupThatStandsAlone() throws Exception {
    P2pGroup joined = pairByButton();
    value(handheld.cancelConnect());
    assertEquals(List.of(joined), handheld.groups());
  }

  @Test
  void whileAGroupIsFormedOtherRequestsAreBusy() throws Exception {
    value(handheld.connect(ConnectRequest.pbc(NOBODY)));
    assertFails(P2pReason.BUSY, handheld.find(FindRequest.full()));
    assertFails(P2pReason.BUSY, handheld.stopFind());
    assertFails(P2pReason.BUSY, handheld.listen(Duration.ofSeconds(1)));
    assertFails(P2pReason.BUSY, handheld.connect(ConnectRequest.pbc(NOBODY)));
    assertFails(P2pReason.BUSY, handheld.createGroup(GroupConfig.anyTemporary()));
    onHandheld.assertEnds(0);
  }

  @Test
  void bothInsistingToOwnTheGroupFailsByNameOnBoth() throws Exception {
    bothFind();
    laptopListens();
    value(
        laptop.connect(ConnectRequest.pbc(rig.handheldAddress()).withIntent(15).onlyAuthorizing()));
    value(handheld.connect(ConnectRequest.pbc(rig.laptopAddress()).withIntent(15)));
    assertEquals(
        P2pReason.NEGOTIATION_FAILED, onHandheld.next(P2pEvent.FormationFailed.class).reason());
    onHandheld.assertEnds(1);
  }

  @Test
  void aPeerThatIsNotKnownFailsByName() {
    assertFails(P2pReason.UNKNOWN_PEER, handheld.reject(NOBODY));
    assertFails(P2pReason.UNKNOWN_PEER, handheld.provisionDiscovery(NOBODY, WpsMethod.PBC));
    assertFails(P2pReason.UNKNOWN_PEER, handheld.requestServices(Optional.of(NOBODY), BONJOUR));
  }

  @Test
  void aGroupThatIsNotThereFailsByName() {
    assertFails(P2pReason.UNKNOWN_GROUP, handheld.removeGroup(NO_GROUP));
    assertFails(P2pReason.UNKNOWN_GROUP, handheld.removeClient(NO_GROUP, NOBODY));
    assertFails(P2pReason.UNKNOWN_GROUP, handheld.setGroupIdle(NO_GROUP, Duration.ZERO));
    assertFails(P2pReason.UNKNOWN_GROUP, handheld.setPowerSave(NO_GROUP, true));
    assertFails(P2pReason.UNKNOWN_GROUP, handheld.invite(NO_GROUP, NOBODY));
    assertFails(P2pReason.UNKNOWN_GROUP, handheld.admit(NO_GROUP, Optional.empty()));
    assertFails(P2pReason.UNKNOWN_GROUP, handheld.cancelAdmission(NO_GROUP));
  }

  @Test
  void groupIdleIsTakenForAGroupThatStands() throws Exception {
    value(laptop.createGroup(GroupConfig.anyTemporary()));
    String name = onLaptop.next(P2pEvent.GroupStarted.class).group().interfaceName();
    value(laptop.setGroupIdle(name, Duration.ofSeconds(10)));
    assertFails(P2pReason.INVALID_ARGUMENT, laptop.setGroupIdle(name, Duration.ofSeconds(-1)));
    // A supplicant keeps it for the groups that come after this one.
    value(laptop.setGroupIdle(name, Duration.ZERO));
  }

  @Test
  void aServiceIsRemovedOnceOnly() throws Exception {
    for (LocalService service : List.of(BONJOUR, UPNP)) {
      value(handheld.addLocalService(service));
      value(handheld.removeLocalService(service));
      assertFails(P2pReason.UNKNOWN_SERVICE, handheld.removeLocalService(service));
    }
  }

  @Test
  void clearedServicesAreGone() throws Exception {
    value(handheld.addLocalService(UPNP));
    value(handheld.clearLocalServices());
    assertFails(P2pReason.UNKNOWN_SERVICE, handheld.removeLocalService(UPNP));
  }

  @Test
  void aServiceRequestIsCancelledOnceOnly() throws Exception {
    long request = value(handheld.requestServices(Optional.empty(), UPNP));
    value(handheld.cancelServiceRequest(request));
    assertFails(P2pReason.UNKNOWN_SERVICE, handheld.cancelServiceRequest(request));
  }

  @Test
  void listeningNowAndThenIsSetAndEnded() throws Exception {
    value(handheld.extendedListen(Duration.ofMillis(400), Duration.ofMillis(400)));
    value(handheld.extendedListen(Duration.ZERO, Duration.ZERO));
    assertFails(
        P2pReason.INVALID_ARGUMENT,
        handheld.extendedListen(Duration.ofMillis(500), Duration.ofMillis(400)));
    assertFails(
        P2pReason.INVALID_ARGUMENT,
        handheld.extendedListen(Duration.ofMillis(500), Duration.ofMillis(70_000)));
  }

  @Test
  void listeningHasBounds() {
    assertFails(P2pReason.INVALID_ARGUMENT, handheld.listen(Duration.ZERO));
    assertFails(P2pReason.INVALID_ARGUMENT, handheld.listen(Duration.ofSeconds(65_536)));
  }

  @Test
  void vendorElementsAreWholeOrRefused() throws Exception {
    value(handheld.setVendorElements(new byte[] {(byte) 0xdd, 4, 0, 1, 2, 3}));
    value(handheld.setVendorElements(new byte[0]));
    assertFails(
        P2pReason.INVALID_ARGUMENT,
        handheld.setVendorElements(new byte[] {(byte) 0xdd, 5, 0, 1, 2, 3}));
  }

  @Test
  void aBandIsNoPlaceForAConnection() {
    assertFails(
        P2pReason.INVALID_FREQUENCY,
        handheld.connect(ConnectRequest.pbc(NOBODY).on(Frequency.BAND_5_GHZ)));
  }

  @Test
  void whatIsClosedSaysSo() {
    handheld.close();
    assertFails(P2pReason.CLOSED, handheld.find(FindRequest.full()));
    assertEquals(P2pState.DISABLED, handheld.state());
  }
}
