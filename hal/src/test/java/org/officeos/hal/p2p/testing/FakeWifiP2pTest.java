package org.officeos.hal.p2p.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.P2pState;
import org.officeos.hal.p2p.WifiP2p;

class FakeWifiP2pTest extends WifiP2pContract {

  private final SimulatedAir air = new SimulatedAir();

  @Override
  protected P2pRig rig() {
    SimulatedRadio one = air.radio("02:00:00:00:00:01");
    SimulatedRadio two = air.radio("02:00:00:00:00:02");
    return new Rig(
        one.address(), two.address(), new FakeWifiP2p(air, one), new FakeWifiP2p(air, two));
  }

  private record Rig(
      MacAddress handheldAddress, MacAddress laptopAddress, WifiP2p handheld, WifiP2p laptop)
      implements P2pRig {
    @Override
    public void close() {
      handheld.close();
      laptop.close();
    }
  }

  @Test
  void anOwnersGroupThatDoesNotStandIsLookedForAQuarterOfAMinute() throws Exception {
    int id = remembered();
    value(handheld.reinvoke(id, Optional.empty()));
    air.advance(Duration.ofSeconds(14));
    onHandheld.assertEnds(1);
    air.advance(Duration.ofSeconds(1));
    assertEquals(
        P2pReason.FORMATION_TIMED_OUT, onHandheld.next(P2pEvent.FormationFailed.class).reason());
    value(laptop.reinvoke(value(laptop.persistentGroups()).get(0).id(), Optional.empty()));
    onHandheld.assertEnds(2);
  }

  @Test
  void aGroupThatStandsAlreadyIsSeenAndNotEnded() throws Exception {
    SimulatedRadio radio = air.radio("02:00:00:00:00:03");
    radio.addGroup(GroupConfig.anyPersistent());
    FakeWifiP2p later = new FakeWifiP2p(air, radio);
    assertEquals(P2pState.GROUP_CREATED, later.state());
    assertEquals(1, later.groups().size());
    later.close();
    assertEquals(1, radio.groups().size());
  }

  @Test
  void aSearchForNobodyEndsAfterTwoMinutes() throws Exception {
    value(handheld.connect(ConnectRequest.pbc(NOBODY)));
    air.advance(Duration.ofSeconds(119));
    onHandheld.assertEnds(0);
    air.advance(Duration.ofSeconds(1));
    assertEquals(P2pReason.UNKNOWN_PEER, onHandheld.next(P2pEvent.FormationFailed.class).reason());
  }
}
