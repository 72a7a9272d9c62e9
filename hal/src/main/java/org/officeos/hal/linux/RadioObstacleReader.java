package org.officeos.hal.linux;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.officeos.hal.p2p.P2pReason;

/**
 * Reads from the kernel what a supplicant does not tell of its radio: that it was taken out, or
 * that a switch keeps it off. Needs no rights; safe for use by several threads.
 */
public final class RadioObstacleReader {

  private final DeviceAddressReader interfaces;
  private final SysfsRadios sysfs;

  RadioObstacleReader(DeviceAddressReader interfaces, SysfsRadios sysfs) {
    this.interfaces = interfaces;
    this.sysfs = sysfs;
  }

  /** One that asks the kernel it runs on. */
  public static RadioObstacleReader ofThisMachine() {
    return new RadioObstacleReader(
        DeviceAddressReader.ofThisMachine(), new SysfsRadios(Path.of("/sys")));
  }

  /**
   * What is in the way now: {@code RADIO_LOST} where there is no such interface, {@code
   * RADIO_BLOCKED_HARD} before {@code RADIO_BLOCKED_SOFT} where a switch of its radio or of the
   * whole machine is off. Empty where nothing is, and where the kernel cannot be asked.
   *
   * @param interfaceName such as {@code wlan0}
   */
  public Optional<P2pReason> of(String interfaceName) {
    if (interfaces.isGone(interfaceName)) {
      return Optional.of(P2pReason.RADIO_LOST);
    }
    Optional<String> radio = sysfs.radio(interfaceName);
    List<RfkillSwitch> switches =
        radio.isEmpty()
            ? List.of()
            : sysfs.switches().stream().filter(each -> each.concerns(radio.get())).toList();
    if (switches.stream().anyMatch(RfkillSwitch::hard)) {
      return Optional.of(P2pReason.RADIO_BLOCKED_HARD);
    }
    return switches.stream().anyMatch(RfkillSwitch::soft)
        ? Optional.of(P2pReason.RADIO_BLOCKED_SOFT)
        : Optional.empty();
  }
}
