package org.officeos.laptop.radio;

import org.officeos.hal.p2p.WifiP2p;

/** Opens the way to one radio. */
@FunctionalInterface
public interface RadioSource {

  /**
   * Opens it; what was opened before was closed. It may ask the supplicant and the kernel first,
   * and so take seconds; it never fails, because its state tells why it does not work.
   */
  WifiP2p open();
}
