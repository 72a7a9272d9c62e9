package org.officeos.handheld.cli;

import java.util.Optional;
import java.util.function.Supplier;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pReason;
import org.officeos.hal.p2p.PreflightBus;
import org.officeos.hal.p2p.WifiP2p;
import org.officeos.wpa.SupplicantConfig;
import org.officeos.wpa.SupplicantFacts;
import org.officeos.wpa.SupplicantWifiP2p;

/** The supplicant over the message bus; the only class here that brings the bus's own classes. */
final class RealSupplicant {

  private RealSupplicant() {}

  /** Looks, and changes nothing. */
  static PreflightBus look(String interfaceName) {
    return SupplicantFacts.gather(SupplicantConfig.of(interfaceName).leavingInterfaces())
        .toPreflight();
  }

  /** Opens the radio, giving the supplicant its interface if need be. */
  static WifiP2p open(
      String interfaceName,
      Supplier<Optional<MacAddress>> kernelAddress,
      Supplier<Optional<P2pReason>> obstacle) {
    return SupplicantWifiP2p.open(
        SupplicantConfig.of(interfaceName).withKernelAddress(kernelAddress).noticing(obstacle));
  }

  /** Opens the radio if the supplicant has its interface. */
  static WifiP2p watch(String interfaceName, Supplier<Optional<MacAddress>> kernelAddress) {
    return SupplicantWifiP2p.open(
        SupplicantConfig.of(interfaceName).leavingInterfaces().withKernelAddress(kernelAddress));
  }
}
