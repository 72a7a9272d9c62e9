package org.officeos.hal.p2p.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.GroupNetwork;
import org.officeos.hal.p2p.GroupNetworkException;
import org.officeos.hal.p2p.GroupNetworkException.Reason;
import org.officeos.hal.p2p.Ipv4;

/** What every {@link GroupNetwork} must do; run over the fake and over kernels. */
public abstract class GroupNetworkContract {

  /** A machine whose interfaces a test makes. */
  public interface Machine {

    GroupNetwork network();

    /** A group's interface comes, without an address, switched on. */
    void groupBegins(String interfaceName);

    /** Another interface comes with an address, switched on. */
    void otherComes(String interfaceName, Ipv4 own, Ipv4 mask);

    /** An interface goes. */
    void gone(String interfaceName);

    /** The interface's addresses as {@code 192.168.49.1/24}, with a space between. */
    String addresses(String interfaceName);
  }

  private static final String GROUP = "p2p-wlan0-0";
  private static final String OTHER = "eth7";
  private static final EapolAddressPlan PLAN = EapolAddressPlan.USUAL;
  private static final Ipv4 MASK = PLAN.mask();

  protected abstract Machine machine();

  private GroupNetwork network() {
    return machine().network();
  }

  @Test
  void anOwnerAndAClientGetTheirAddressAndNothingElse() throws Exception {
    machine().groupBegins(GROUP);
    network().assign(GROUP, PLAN.owner(), MASK);
    assertEquals("192.168.49.1/24", machine().addresses(GROUP));
    machine().gone(GROUP);
    machine().groupBegins(GROUP);
    assertEquals("", machine().addresses(GROUP));
    network().assign(GROUP, PLAN.first(), MASK);
    assertEquals("192.168.49.128/24", machine().addresses(GROUP));
  }

  @Test
  void settingTheSameAgainIsNoError() throws Exception {
    machine().groupBegins(GROUP);
    network().assign(GROUP, PLAN.owner(), MASK);
    network().assign(GROUP, PLAN.owner(), MASK);
    assertEquals("192.168.49.1/24", machine().addresses(GROUP));
  }

  @Test
  void anInterfaceThatIsNotThereHasAName() throws Exception {
    machine().groupBegins(GROUP);
    network().assign(GROUP, PLAN.owner(), MASK);
    machine().gone(GROUP);
    assertRefused(
        Reason.NO_SUCH_INTERFACE, () -> network().assign(GROUP, PLAN.owner(), PLAN.mask()));
    assertRefused(Reason.NO_SUCH_INTERFACE, () -> network().requireOnlyWay(GROUP, PLAN.first()));
    assertRefused(Reason.NO_SUCH_INTERFACE, () -> network().openWay(GROUP, PLAN.owner(), 47100));
  }

  @Test
  void whatIsNoGroupIsLeftAlone() {
    machine().otherComes(OTHER, Ipv4.of(10, 1, 1, 1), MASK);
    assertRefused(Reason.NOT_A_GROUP, () -> network().assign(OTHER, PLAN.owner(), MASK));
    assertEquals("10.1.1.1/24", machine().addresses(OTHER));
    assertRefused(Reason.NOT_A_GROUP, () -> network().openWay(OTHER, PLAN.owner(), 47100));
  }

  @Test
  void aWayIsOpenedTwiceWithoutError() throws Exception {
    machine().groupBegins(GROUP);
    network().assign(GROUP, PLAN.first(), MASK);
    network().openWay(GROUP, PLAN.owner(), 47100);
    network().openWay(GROUP, PLAN.owner(), 47100);
  }

  @Test
  void addressesThatNoMachineHasAreRefused() {
    machine().groupBegins(GROUP);
    Ipv4 own = PLAN.first();
    assertRefused(own, Ipv4.of(0, 0, 0, 0));
    assertRefused(own, Ipv4.of(254, 0, 0, 0));
    assertRefused(own, Ipv4.of(255, 255, 255, 254));
    assertRefused(own, Ipv4.of(255, 255, 255, 255));
    assertRefused(own, Ipv4.of(255, 0, 255, 0));
    assertRefused(Ipv4.of(192, 168, 49, 0), MASK);
    assertRefused(Ipv4.of(192, 168, 49, 255), MASK);
    assertRefused(Ipv4.of(0, 0, 0, 1), MASK);
    assertRefused(Ipv4.of(127, 0, 0, 1), MASK);
    assertRefused(Ipv4.of(224, 0, 0, 1), MASK);
    assertRefused(Ipv4.of(255, 255, 255, 255), MASK);
    assertEquals("", machine().addresses(GROUP));
  }

  private void assertRefused(Ipv4 own, Ipv4 mask) {
    assertRefused(Reason.NO_GROUP_ADDRESS, () -> network().assign(GROUP, own, mask));
  }

  @Test
  void aNetworkThatIsTakenIsRefusedAndSeenBefore() throws Exception {
    machine().groupBegins(GROUP);
    machine().otherComes(OTHER, Ipv4.of(192, 168, 7, 9), Ipv4.of(255, 255, 0, 0));
    assertTrue(network().isTaken(PLAN.owner(), MASK));
    assertRefused(Reason.NETWORK_TAKEN, () -> network().assign(GROUP, PLAN.owner(), MASK));
    assertEquals("", machine().addresses(GROUP));
    Ipv4 free = Ipv4.of(172, 16, 49, 1);
    assertFalse(network().isTaken(free, MASK));
    network().assign(GROUP, free, MASK);
    assertEquals("172.16.49.1/24", machine().addresses(GROUP));
  }

  @Test
  void aSmallerNetworkInsideTakesItToo() throws Exception {
    machine().otherComes(OTHER, Ipv4.of(192, 168, 49, 77), Ipv4.of(255, 255, 255, 252));
    assertTrue(network().isTaken(PLAN.owner(), MASK));
    assertFalse(network().isTaken(Ipv4.of(192, 168, 48, 1), MASK));
  }

  @Test
  void aGroupsOwnNetworkIsNotTakenByIt() throws Exception {
    machine().groupBegins(GROUP);
    network().assign(GROUP, PLAN.owner(), MASK);
    assertFalse(network().isTaken(PLAN.owner(), MASK));
  }

  @Test
  void twoGroupsAreNotInOneNetwork() throws Exception {
    machine().groupBegins(GROUP);
    machine().groupBegins("p2p-wlan0-1");
    network().assign(GROUP, PLAN.owner(), MASK);
    assertRefused(Reason.NETWORK_TAKEN, () -> network().assign("p2p-wlan0-1", PLAN.first(), MASK));
  }

  @Test
  void theOnlyWayIsOutOfTheGroup() throws Exception {
    machine().groupBegins(GROUP);
    machine().otherComes(OTHER, Ipv4.of(10, 1, 1, 1), MASK);
    network().assign(GROUP, PLAN.first(), MASK);
    network().requireOnlyWay(GROUP, PLAN.owner());
    assertRefused(Reason.OTHER_WAY, () -> network().requireOnlyWay(OTHER, PLAN.owner()));
    assertRefused(Reason.OTHER_WAY, () -> network().requireOnlyWay(GROUP, Ipv4.of(10, 1, 1, 2)));
  }

  @Test
  void aWayBeforeThereIsAnAddressIsNone() {
    machine().groupBegins(GROUP);
    assertRefused(Reason.OTHER_WAY, () -> network().requireOnlyWay(GROUP, PLAN.owner()));
  }

  @Test
  void aWayToOneselfIsNone() throws Exception {
    machine().groupBegins(GROUP);
    network().assign(GROUP, PLAN.owner(), MASK);
    assertRefused(Reason.OTHER_WAY, () -> network().requireOnlyWay(GROUP, PLAN.owner()));
  }

  @Test
  void anInterfaceThatComesLaterIntoTheNetworkIsAnotherWay() throws Exception {
    machine().groupBegins(GROUP);
    network().assign(GROUP, PLAN.first(), MASK);
    machine().otherComes(OTHER, Ipv4.of(192, 168, 49, 200), MASK);
    assertRefused(Reason.OTHER_WAY, () -> network().requireOnlyWay(GROUP, PLAN.owner()));
  }

  @Test
  void whatIsNoMaskIsOurOwnFault() {
    assertThrows(
        IllegalArgumentException.class,
        () -> network().isTaken(PLAN.owner(), Ipv4.of(255, 0, 255, 0)));
  }

  protected static void assertRefused(Reason reason, Executable what) {
    GroupNetworkException refused = assertThrows(GroupNetworkException.class, what);
    assertEquals(reason, refused.reason(), refused.getMessage());
  }
}
