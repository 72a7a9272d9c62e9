package org.officeos.wpa.dbus;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.DeviceType;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pDevice;

/** A peer from the properties of {@code fi.w1.wpa_supplicant1.Peer}; a stranger wrote them. */
final class PeerProperties {

  private static final DeviceType UNTOLD = new DeviceType(0, DeviceType.WIFI_ALLIANCE, 0);

  private PeerProperties() {}

  /** Nothing where the address is missing. */
  static Optional<P2pDevice> read(@Nullable Object dictionary) {
    Values values = Values.of(dictionary);
    return values
        .bytes("DeviceAddress", MacAddress.LENGTH)
        .map(MacAddress::of)
        .map(address -> device(address, values));
  }

  private static P2pDevice device(MacAddress address, Values values) {
    return new P2pDevice(
        address,
        values.text("DeviceName").filter(PeerProperties::fits).orElse(""),
        values.bytes("PrimaryDeviceType", DeviceType.LENGTH).map(DeviceType::of).orElse(UNTOLD),
        values.number("config_method").orElse(0),
        values.number("devicecapability").orElse(0),
        values.number("groupcapability").orElse(0),
        level(values));
  }

  private static boolean fits(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length <= DeviceSettings.LONGEST_NAME;
  }

  private static OptionalInt level(Values values) {
    OptionalInt level = values.number("level");
    return level.isPresent() && level.getAsInt() < 0 ? level : OptionalInt.empty();
  }
}
