package org.officeos.laptop.radio;

import java.util.Optional;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.WifiP2p;

/** Opens the way to one radio. */
@FunctionalInterface
public interface RadioSource {

  /**
   * Opens it; what was opened before was closed. It may ask the supplicant and the kernel first,
   * and so take seconds; it never fails, because its state tells why it does not work.
   */
  WifiP2p open();

  /**
   * What the kernel knows to be in the way of this radio, for failures of which the supplicant says
   * little: a switch. Empty where nothing is, or nobody can tell.
   */
  default Optional<P2pReason> obstacle() {
    return Optional.empty();
  }
}
