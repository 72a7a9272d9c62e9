package org.officeos.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.officeos.hal.linux.lib.FakeKernel;
import org.officeos.hal.linux.lib.FakeLibC;
import org.officeos.hal.netlink.KernelRefusal;
import org.officeos.hal.netlink.RadioSamples;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.GroupNetworkException;
import org.officeos.hal.p2p.GroupNetworkException.Reason;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pReason;

/**
 * What a group's network says when the kernel refuses, and which interfaces it takes for groups.
 */
class RefusingKernelTest {

  private static final int GETLINK = 18;
  private static final int NEWADDR = 20;
  private static final int GETADDR = 22;
  private static final int NEWROUTE = 24;
  private static final int GETROUTE = 26;
  private static final int P2P_CLIENT = 8;
  private static final int P2P_GO = 9;
  private static final EapolAddressPlan PLAN = EapolAddressPlan.USUAL;

  private final FakeKernel kernel = new FakeKernel();
  private final FakeLibC libc = new FakeLibC(kernel);
  private final RadioReader radios = new RadioReader(libc, libc::nanos);
  private final LinuxGroupNetwork network =
      new LinuxGroupNetwork(libc, libc::nanos, () -> LinuxGroupNetwork.groups(radios), rules -> {});

  @BeforeEach
  void aGroupOnTheFirstRadio() {
    kernel.link(3, 1, 0x1003, "wlan0", new byte[6]);
    kernel.link(4, 1, 0x1003, "p2p-wlan0-0", new byte[6]);
    kernel.tell(GETADDR, NEWADDR);
    kernel.family("nl80211", RadioSamples.FAMILY, Map.of());
    netdev(0, 3, "wlan0", 2);
    netdev(0, 4, "p2p-wlan0-0", P2P_CLIENT);
  }

  private void netdev(int wiphy, int index, String name, int type) {
    byte[] told = RadioSamples.netdev(wiphy, index, name, type);
    kernel.part(RadioSamples.FAMILY, RadioSamples.GET_INTERFACE, told);
  }

  @AfterEach
  void noDescriptorLivesOn() {
    assertEquals(0, libc.openDescriptors());
  }

  @Test
  void groupsAreClientsAndOwnersByTheKernelsOwnWord() throws Exception {
    netdev(1, 7, "p2p-wlan1-0", P2P_GO);
    assertEquals(Set.of(4, 7), LinuxGroupNetwork.groups(radios));
    assertEquals(Reason.NOT_A_GROUP, reason(() -> assign("wlan0")));
  }

  @Test
  void withoutTheRightNothingIsSetAndThePersonIsToldWhichOne() {
    kernel.refuse(NEWADDR, KernelRefusal.EPERM);
    GroupNetworkException refused =
        assertThrows(GroupNetworkException.class, () -> assign("p2p-wlan0-0"));
    assertEquals(Reason.NOT_PERMITTED, refused.reason());
    assertEquals("no address may be set: give the service CAP_NET_ADMIN", refused.getMessage());
  }

  @Test
  void aGroupThatEndsMeanwhileIsGone() {
    kernel.refuse(NEWADDR, KernelRefusal.ENODEV);
    assertEquals(Reason.NO_SUCH_INTERFACE, reason(() -> assign("p2p-wlan0-0")));
  }

  @Test
  void everyOtherNoIsTheKernels() {
    kernel.refuse(NEWADDR, 105);
    assertEquals(Reason.KERNEL, reason(() -> assign("p2p-wlan0-0")));
    kernel.refuse(GETADDR, KernelRefusal.EOPNOTSUPP);
    assertEquals(Reason.KERNEL, reason(() -> assign("p2p-wlan0-0")));
    assertEquals(Reason.KERNEL, reason(() -> network.isTaken(PLAN.owner(), PLAN.mask())));
    kernel.refuse(GETLINK, KernelRefusal.EPERM);
    assertEquals(Reason.KERNEL, reason(() -> only("p2p-wlan0-0")));
  }

  @Test
  void whatNoHonestKernelSaysIsTheKernelsToo() {
    kernel.tell(GETADDR, NEWADDR, new byte[7]);
    assertEquals(Reason.KERNEL, reason(() -> network.isTaken(PLAN.owner(), PLAN.mask())));
    assertEquals(Reason.KERNEL, reason(() -> assign("p2p-wlan0-0")));
    kernel.tell(GETADDR, NEWADDR);
    kernel.tell(GETROUTE, NEWROUTE, new byte[11]);
    assertEquals(Reason.KERNEL, reason(() -> only("p2p-wlan0-0")));
    kernel.beSilent();
    assertEquals(Reason.KERNEL, reason(() -> only("p2p-wlan0-0")));
  }

  @Test
  void noWayIsNotTheKernelsFault() {
    for (int errno :
        new int[] {KernelRefusal.ENETUNREACH, KernelRefusal.EHOSTUNREACH, KernelRefusal.EACCES}) {
      kernel.refuse(GETROUTE, errno);
      assertEquals(Reason.OTHER_WAY, reason(() -> only("p2p-wlan0-0")));
    }
    kernel.refuse(GETROUTE, KernelRefusal.EINVAL);
    assertEquals(Reason.KERNEL, reason(() -> only("p2p-wlan0-0")));
  }

  @Test
  void aRadioIsKnownByItsP2pDevicesAddressOrItsOwn() throws Exception {
    DeviceAddressReader reader = new DeviceAddressReader(radios::interfaces);
    netdev(1, 5, "wlan1", 2);
    assertEquals(Optional.of(MacAddress.parse("02:00:00:00:00:00")), reader.of("wlan0"));
    assertEquals(Optional.of(MacAddress.parse("02:00:00:00:00:01")), reader.of("wlan1"));
    kernel.part(RadioSamples.FAMILY, RadioSamples.GET_INTERFACE, RadioSamples.p2pDevice(0));
    assertEquals(Optional.of(MacAddress.parse("42:00:00:00:00:00")), reader.of("wlan0"));
    assertEquals(Optional.of(MacAddress.parse("02:00:00:00:00:01")), reader.of("wlan1"));
    assertEquals(Optional.empty(), reader.of("wlan2"));
    assertTrue(reader.isGone("wlan2"));
    assertFalse(reader.isGone("wlan0"));
    kernel.beSilent();
    assertEquals(Optional.empty(), reader.of("wlan0"));
    assertFalse(reader.isGone("wlan2"), "it could not be asked");
  }

  @Test
  void whatIsInTheWayOfARadioHasAName(@TempDir Path sys) throws Exception {
    DeviceAddressReader interfaces = new DeviceAddressReader(radios::interfaces);
    RadioObstacleReader reader = new RadioObstacleReader(interfaces, new SysfsRadios(sys));
    assertEquals(Optional.of(P2pReason.RADIO_LOST), reader.of("wlan7"));
    SysfsTree.rfkill(sys, "rfkill1", "wlan", "virtual/mac80211_hwsim/hwsim9/ieee80211/phy9", 1, 1);
    SysfsTree.rfkill(sys, "rfkill0", "wlan", "virtual/mac80211_hwsim/hwsim0/ieee80211/phy0", 1, 0);
    assertEquals(Optional.empty(), reader.of("wlan0"), "whose switch it is cannot be seen");
    SysfsTree.netdev(sys, "wlan0", "phy0");
    assertEquals(Optional.of(P2pReason.RADIO_BLOCKED_SOFT), reader.of("wlan0"));
    SysfsTree.rfkill(sys, "rfkill2", "wlan", "platform/keys", 0, 1);
    assertEquals(Optional.of(P2pReason.RADIO_BLOCKED_HARD), reader.of("wlan0"));
    kernel.beSilent();
    assertEquals(Optional.of(P2pReason.RADIO_BLOCKED_HARD), reader.of("wlan0"));
  }

  @Test
  void aMachineWithoutWifiHasNoDeviceAddress() {
    assertEquals(Optional.empty(), DeviceAddressReader.ofThisMachine().of("no-such-radio"));
  }

  private void assign(String interfaceName) throws GroupNetworkException {
    network.assign(interfaceName, PLAN.owner(), PLAN.mask());
  }

  private void only(String interfaceName) throws GroupNetworkException {
    network.requireOnlyWay(interfaceName, PLAN.owner());
  }

  private static Reason reason(Executable what) {
    return assertThrows(GroupNetworkException.class, what).reason();
  }
}
