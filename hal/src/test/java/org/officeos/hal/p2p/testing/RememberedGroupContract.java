package org.officeos.hal.p2p.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.FindRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.PersistentGroup;
import org.officeos.hal.p2p.WifiP2p;

/** What every {@link WifiP2p} must do with groups that the supplicant remembers. */
public abstract class RememberedGroupContract extends ContractFixture {

  private static final int NO_NUMBER = 4711;

  /** Both remember a group, and it is gone; the handheld's number for it. */
  protected int remembered() throws Exception {
    pairByButton();
    value(laptop.removeGroup(laptop.groups().get(0).interfaceName()));
    onLaptop.next(P2pEvent.GroupRemoved.class);
    onHandheld.next(P2pEvent.GroupRemoved.class);
    bothFind();
    return value(handheld.persistentGroups()).get(0).id();
  }

  /** The handheld searches until it finds the laptop as the owner of a group. */
  final void findOwner() throws Exception {
    value(handheld.find(FindRequest.social()));
    onHandheld.next(
        P2pEvent.DeviceFound.class,
        e -> e.device().address().equals(rig.laptopAddress()) && e.device().isGroupOwner());
  }

  @Test
  void aRememberedGroupComesBackWithoutAPerson() throws Exception {
    P2pGroup first = pairByButton();
    value(laptop.removeGroup(laptop.groups().get(0).interfaceName()));
    onLaptop.next(P2pEvent.GroupRemoved.class);
    onHandheld.next(P2pEvent.GroupRemoved.class);
    List<PersistentGroup> remembered = value(handheld.persistentGroups());
    assertEquals(first.ssid(), remembered.get(0).ssid());
    assertEquals(P2pGroup.Role.CLIENT, remembered.get(0).role());
    assertEquals(rig.laptopAddress(), remembered.get(0).ownerAddress());
    bothFind();
    value(handheld.reinvoke(remembered.get(0).id(), Optional.of(rig.laptopAddress())));
    assertEquals(first.ssid(), onHandheld.next(P2pEvent.GroupStarted.class).group().ssid());
    onLaptop.next(P2pEvent.GroupStarted.class);
  }

  @Test
  void aGroupThatThePeerForgotIsForgottenHereAndNegotiatedAnew() throws Exception {
    int id = remembered();
    value(laptop.deletePersistentGroup(value(laptop.persistentGroups()).get(0).id()));
    value(handheld.reinvoke(id, Optional.of(rig.laptopAddress())));
    assertEquals(
        Optional.of(P2pReason.PERSISTENT_GROUP_FORGOTTEN),
        onHandheld.next(P2pEvent.InvitationResult.class).reason());
    onLaptop.next(P2pEvent.GoNegotiationRequested.class);
    value(laptop.connect(ConnectRequest.pbc(rig.handheldAddress())));
    P2pGroup group = onHandheld.next(P2pEvent.GroupStarted.class).group();
    assertEquals(
        List.of(group.ssid()),
        value(handheld.persistentGroups()).stream().map(PersistentGroup::ssid).toList());
    onHandheld.assertEnds(2);
  }

  @Test
  void aPeerThatAsksItsPersonFirstIsConnectedToInstead() throws Exception {
    int id = remembered();
    value(
        laptop.configure(
            new DeviceSettings("Office", DeviceSettings.laptop("x").primaryType(), "", 15, false)));
    value(handheld.reinvoke(id, Optional.of(rig.laptopAddress())));
    P2pEvent.InvitationReceived invitation = onLaptop.next(P2pEvent.InvitationReceived.class);
    assertEquals(rig.handheldAddress(), invitation.source());
    assertTrue(invitation.known());
    onLaptop.next(P2pEvent.GoNegotiationRequested.class);
    value(laptop.connect(ConnectRequest.pbc(rig.handheldAddress())));
    onHandheld.next(P2pEvent.GroupStarted.class);
    onHandheld.assertEnds(2);
  }

  @Test
  void aRememberedGroupCanBeForgotten() throws Exception {
    value(laptop.createGroup(GroupConfig.anyPersistent()));
    onLaptop.next(P2pEvent.GroupStarted.class);
    int id = value(laptop.persistentGroups()).get(0).id();
    value(laptop.deletePersistentGroup(id));
    assertEquals(List.of(), value(laptop.persistentGroups()));
    assertFails(P2pReason.UNKNOWN_PERSISTENT_GROUP, laptop.deletePersistentGroup(id));
  }

  @Test
  void aGroupOfOurOwnComesBackAlone() throws Exception {
    value(laptop.createGroup(GroupConfig.anyPersistent()));
    P2pGroup first = onLaptop.next(P2pEvent.GroupStarted.class).group();
    value(laptop.removeGroup(first.interfaceName()));
    onLaptop.next(P2pEvent.GroupRemoved.class);
    onLaptop.next(P2pEvent.StateChanged.class, e -> e.state() == P2pState.INACTIVE);
    value(laptop.reinvoke(value(laptop.persistentGroups()).get(0).id(), Optional.empty()));
    assertEquals(first.ssid(), onLaptop.next(P2pEvent.GroupStarted.class).group().ssid());
  }

  @Test
  void aGroupOfOurOwnComesBackOnTheChannelAskedFor() throws Exception {
    value(laptop.createGroup(GroupConfig.anyPersistent().on(new Frequency(2412))));
    P2pGroup first = onLaptop.next(P2pEvent.GroupStarted.class).group();
    value(laptop.removeGroup(first.interfaceName()));
    onLaptop.next(P2pEvent.GroupRemoved.class);
    onLaptop.next(P2pEvent.StateChanged.class, e -> e.state() == P2pState.INACTIVE);
    int id = value(laptop.persistentGroups()).get(0).id();
    value(laptop.reinvoke(id, new Frequency(2437)));
    P2pGroup again = onLaptop.next(P2pEvent.GroupStarted.class).group();
    assertEquals(first.ssid(), again.ssid());
    assertEquals(2437, again.frequency().megahertz());
  }

  @Test
  void anothersGroupIsNotStartedOnAChannel() throws Exception {
    int id = remembered();
    assertFails(P2pReason.UNKNOWN_PERSISTENT_GROUP, handheld.reinvoke(id, new Frequency(2437)));
    assertFails(
        P2pReason.UNKNOWN_PERSISTENT_GROUP, handheld.reinvoke(NO_NUMBER, new Frequency(2437)));
  }

  @Test
  void aClientGoesBackIntoTheOwnersStandingGroup() throws Exception {
    P2pGroup first = pairByButton();
    onLaptop.next(P2pEvent.ClientJoined.class);
    value(handheld.removeGroup(first.interfaceName()));
    onLaptop.next(P2pEvent.ClientLeft.class);
    onHandheld.next(P2pEvent.StateChanged.class, e -> e.state() == P2pState.INACTIVE);
    value(handheld.reinvoke(value(handheld.persistentGroups()).get(0).id(), Optional.empty()));
    P2pGroup again = onHandheld.next(P2pEvent.GroupStarted.class).group();
    assertEquals(first.ssid(), again.ssid());
    assertEquals(P2pGroup.Role.CLIENT, again.role());
    assertEquals(rig.laptopAddress(), again.ownerAddress());
    assertEquals(EapolAddressPlan.USUAL.owner(), again.addresses().orElseThrow().owner());
    assertEquals(rig.handheldAddress(), onLaptop.next(P2pEvent.ClientJoined.class).client());
    onHandheld.next(P2pEvent.StateChanged.class, e -> e.state() == P2pState.GROUP_CREATED);
    onHandheld.assertEnds(2);
    onLaptop.assertEnds(1);
  }

  @Test
  void whoIsLetIntoAPersistentGroupRemembersItAndGoesBackAlone() throws Exception {
    value(laptop.createGroup(GroupConfig.anyPersistent()));
    P2pGroup owned = onLaptop.next(P2pEvent.GroupStarted.class).group();
    findOwner();
    value(handheld.connect(ConnectRequest.pbc(rig.laptopAddress()).joining()));
    onLaptop.next(P2pEvent.ProvisionDiscovery.class);
    value(laptop.admit(owned.interfaceName(), Optional.empty()));
    P2pGroup joined = onHandheld.next(P2pEvent.GroupStarted.class).group();
    assertTrue(joined.persistent());
    assertEquals(rig.laptopAddress(), joined.ownerAddress());
    onLaptop.next(P2pEvent.ClientJoined.class);
    value(handheld.removeGroup(joined.interfaceName()));
    onLaptop.next(P2pEvent.ClientLeft.class);
    onHandheld.next(P2pEvent.StateChanged.class, e -> e.state() == P2pState.INACTIVE);
    PersistentGroup remembered = value(handheld.persistentGroups()).get(0);
    assertEquals(owned.ssid(), remembered.ssid());
    assertEquals(P2pGroup.Role.CLIENT, remembered.role());
    assertEquals(rig.laptopAddress(), remembered.ownerAddress());
    value(handheld.reinvoke(remembered.id(), Optional.empty()));
    P2pGroup again = onHandheld.next(P2pEvent.GroupStarted.class).group();
    assertEquals(owned.ssid(), again.ssid());
    assertEquals(rig.laptopAddress(), again.ownerAddress());
    assertEquals(rig.handheldAddress(), onLaptop.next(P2pEvent.ClientJoined.class).client());
    onHandheld.assertEnds(2);
    onLaptop.assertEnds(1);
  }

  @Test
  void aClientWaitsALittleForTheOwnersGroupToStand() throws Exception {
    int id = remembered();
    value(handheld.reinvoke(id, Optional.empty()));
    onHandheld.next(P2pEvent.StateChanged.class, e -> e.state() == P2pState.GROUP_CREATING);
    assertFails(P2pReason.BUSY, handheld.reinvoke(id, Optional.empty()));
    value(laptop.reinvoke(value(laptop.persistentGroups()).get(0).id(), Optional.empty()));
    assertEquals(
        onLaptop.next(P2pEvent.GroupStarted.class).group().ssid(),
        onHandheld.next(P2pEvent.GroupStarted.class).group().ssid());
    onHandheld.assertEnds(2);
  }

  @Test
  void goingBackIsCancelledLikeAnyFormation() throws Exception {
    int id = remembered();
    value(handheld.reinvoke(id, Optional.empty()));
    value(handheld.cancelConnect());
    assertEquals(P2pReason.CANCELLED, onHandheld.next(P2pEvent.FormationFailed.class).reason());
    value(laptop.reinvoke(value(laptop.persistentGroups()).get(0).id(), Optional.empty()));
    onLaptop.next(P2pEvent.GroupStarted.class);
    assertEquals(List.of(), handheld.groups());
    onHandheld.assertEnds(2);
  }

  @Test
  void aRememberedGroupThatIsNotThereFailsByName() {
    assertFails(P2pReason.UNKNOWN_PERSISTENT_GROUP, handheld.deletePersistentGroup(NO_NUMBER));
    assertFails(P2pReason.UNKNOWN_PERSISTENT_GROUP, handheld.reinvoke(NO_NUMBER, Optional.empty()));
    assertFails(
        P2pReason.UNKNOWN_PERSISTENT_GROUP, handheld.reinvoke(NO_NUMBER, Optional.of(NOBODY)));
  }

  @Test
  void reinvokingWithAPeerNotHeardFailsByName() throws Exception {
    value(laptop.createGroup(GroupConfig.anyPersistent()));
    onLaptop.next(P2pEvent.GroupStarted.class);
    int id = value(laptop.persistentGroups()).get(0).id();
    assertFails(P2pReason.UNKNOWN_PEER, laptop.reinvoke(id, Optional.of(NOBODY)));
  }
}
