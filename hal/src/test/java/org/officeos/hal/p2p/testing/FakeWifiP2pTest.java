package org.officeos.hal.p2p.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pReason;
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
  void aSearchForNobodyEndsAfterTwoMinutes() throws Exception {
    value(handheld.connect(ConnectRequest.pbc(NOBODY)));
    air.advance(Duration.ofSeconds(119));
    onHandheld.assertEnds(0);
    air.advance(Duration.ofSeconds(1));
    assertEquals(P2pReason.UNKNOWN_PEER, onHandheld.next(P2pEvent.FormationFailed.class).reason());
  }
}
