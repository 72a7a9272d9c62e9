package org.officeos.hal.p2p.testing;

import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.WifiP2p;

/** Two devices near each other, for the contract: simulated, faked over a bus, or real. */
public interface P2pRig extends AutoCloseable {

  /** The device that is configured as a handheld. */
  WifiP2p handheld();

  /** The device that is configured as a laptop. */
  WifiP2p laptop();

  MacAddress handheldAddress();

  MacAddress laptopAddress();

  /**
   * Lets as much time pass as a client takes to be let in, before it is said that it was not. On
   * simulated air all happens at once.
   */
  default void airTime() {}

  @Override
  void close();
}
