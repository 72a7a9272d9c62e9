package org.officeos.wpa;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pReason;

/**
 * Where the supplicant is.
 *
 * @param busAddress the message bus, such as {@code unix:path=/run/dbus/system_bus_socket}; empty
 *     for the system's, which the environment's {@code DBUS_SYSTEM_BUS_ADDRESS} names where it is
 *     set
 * @param interfaceName the radio's network interface, such as {@code wlan0}; its P2P device, if the
 *     driver has one, is found through it
 * @param giveInterface whether to give the interface to the supplicant when it does not have it
 * @param patience how long one answer of the supplicant is waited for
 * @param kernelAddress what the kernel says is the radio's P2P Device Address, for supplicants up
 *     to 2.11, which do not tell it over D-Bus; empty where nobody knows
 * @param obstacle what the kernel says is in the radio's way, which a supplicant does not tell:
 *     {@code RADIO_LOST} where there is no such interface any more, {@code RADIO_BLOCKED_…} where a
 *     switch is off; empty where nothing is, or the kernel cannot be asked. Asked every three
 *     seconds, on the bridge's own thread
 */
public record SupplicantConfig(
    Optional<String> busAddress,
    String interfaceName,
    boolean giveInterface,
    Duration patience,
    Supplier<Optional<MacAddress>> kernelAddress,
    Supplier<Optional<P2pReason>> obstacle) {

  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);
  private static final int LONGEST_NAME = 15;

  /** Refuses an interface name that the kernel would not take. */
  public SupplicantConfig {
    if (interfaceName.isEmpty() || interfaceName.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("an interface name has 1 to 15 characters");
    }
  }

  /** On the system's bus, giving the supplicant the interface if need be. */
  public static SupplicantConfig of(String interfaceName) {
    return new SupplicantConfig(
        Optional.empty(), interfaceName, true, USUAL_PATIENCE, Optional::empty, Optional::empty);
  }

  /** The same on another bus. */
  public SupplicantConfig on(String bus) {
    return new SupplicantConfig(
        Optional.of(bus), interfaceName, giveInterface, patience, kernelAddress, obstacle);
  }

  /** The same, never giving the supplicant an interface. */
  public SupplicantConfig leavingInterfaces() {
    return giving(false);
  }

  /** The same, giving the supplicant an interface that it does not have, or never. */
  public SupplicantConfig giving(boolean give) {
    return new SupplicantConfig(busAddress, interfaceName, give, patience, kernelAddress, obstacle);
  }

  /** The same, asking the kernel like this for the P2P Device Address. */
  public SupplicantConfig withKernelAddress(Supplier<Optional<MacAddress>> address) {
    return new SupplicantConfig(
        busAddress, interfaceName, giveInterface, patience, address, obstacle);
  }

  /** The same, asking the kernel like this what is in the radio's way. */
  public SupplicantConfig noticing(Supplier<Optional<P2pReason>> other) {
    return new SupplicantConfig(
        busAddress, interfaceName, giveInterface, patience, kernelAddress, other);
  }
}
