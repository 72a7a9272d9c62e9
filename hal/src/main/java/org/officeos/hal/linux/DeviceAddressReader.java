package org.officeos.hal.linux;

import java.util.List;
import java.util.Optional;
import org.officeos.hal.netlink.InterfaceType;
import org.officeos.hal.netlink.WirelessInterface;
import org.officeos.hal.p2p.MacAddress;

/**
 * Reads from the kernel by which P2P Device Address a radio is known: its P2P-device's, or where
 * the driver has none, the interface's own (Wi-Fi P2P Technical Specification, section 2.4.3).
 * Needs no rights; safe for use by several threads.
 */
public final class DeviceAddressReader {

  /** Where the interfaces come from; {@link RadioReader#interfaces} on a machine. */
  interface Source {

    List<WirelessInterface> now() throws NetlinkException;
  }

  private final Source source;

  DeviceAddressReader(Source source) {
    this.source = source;
  }

  /** One that asks the kernel it runs on. */
  public static DeviceAddressReader ofThisMachine() {
    return new DeviceAddressReader(() -> RadioReader.ofThisMachine().interfaces());
  }

  /**
   * The address now, of the radio that an interface belongs to. Right once the supplicant has the
   * interface: it is the one that makes the P2P-device. Empty where there is no such interface, or
   * the kernel cannot be asked; {@link PreflightReader} tells why.
   *
   * @param interfaceName such as {@code wlan0}
   */
  public Optional<MacAddress> of(String interfaceName) {
    List<WirelessInterface> all;
    try {
      all = source.now();
    } catch (NetlinkException e) {
      return Optional.empty();
    }
    Optional<WirelessInterface> own =
        all.stream()
            .filter(each -> each.name().filter(interfaceName::equals).isPresent())
            .findFirst();
    return own.flatMap(each -> device(all, each.wiphy()).or(() -> address(each)));
  }

  /**
   * Whether the kernel has no such wireless interface, or no Wi-Fi at all. False where it cannot be
   * asked.
   *
   * @param interfaceName such as {@code wlan0}
   */
  public boolean isGone(String interfaceName) {
    try {
      return source.now().stream()
          .noneMatch(each -> each.name().filter(interfaceName::equals).isPresent());
    } catch (NetlinkException e) {
      return e.reason() == NetlinkException.Reason.FAMILY_ABSENT;
    }
  }

  private static Optional<MacAddress> device(List<WirelessInterface> all, int wiphy) {
    return all.stream()
        .filter(each -> each.wiphy() == wiphy && each.type() == InterfaceType.P2P_DEVICE)
        .flatMap(each -> address(each).stream())
        .findFirst();
  }

  private static Optional<MacAddress> address(WirelessInterface of) {
    return of.address()
        .map(address -> address.octets())
        .filter(octets -> octets.length == MacAddress.LENGTH)
        .map(MacAddress::of);
  }
}
