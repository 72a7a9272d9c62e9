package org.officeos.hil.lab;

import java.util.concurrent.TimeUnit;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.hal.p2p.testing.P2pRig;

/**
 * Two of the lab's hosts as the contract wants them.
 *
 * @param here the handheld
 * @param there the laptop
 */
record ContractRig(Party here, Party there) implements P2pRig {

  @Override
  public WifiP2p handheld() {
    return here.wifi();
  }

  @Override
  public WifiP2p laptop() {
    return there.wifi();
  }

  @Override
  public MacAddress handheldAddress() {
    return here.address();
  }

  @Override
  public MacAddress laptopAddress() {
    return there.address();
  }

  /** A client that joins looks for the button in scans of a second or two. */
  @Override
  public void airTime() {
    try {
      TimeUnit.SECONDS.sleep(6);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    here.close();
    there.close();
  }
}
