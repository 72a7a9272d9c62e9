package org.officeos.wpa.fake;

import fi.w1.wpa_supplicant1.InvalidArgs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.DeviceType;
import org.officeos.hal.p2p.EapolAddressPlan;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.testing.SimulatedRadio;

/** {@code P2PDeviceConfig}: keys and types as hostap takes them, values kept for reading back. */
final class ConfigProperty {

  private static final int LONGEST_NAME = 32;
  private static final String[] KEYS = {
    "DeviceName",
    "s",
    "PrimaryDeviceType",
    "ay",
    "SecondaryDeviceTypes",
    "aay",
    "VendorExtension",
    "aay",
    "GOIntent",
    "u",
    "PersistentReconnect",
    "b",
    "ListenRegClass",
    "u",
    "ListenChannel",
    "u",
    "OperRegClass",
    "u",
    "OperChannel",
    "u",
    "SsidPostfix",
    "s",
    "IntraBss",
    "b",
    "IpAddrGo",
    "ay",
    "IpAddrMask",
    "ay",
    "IpAddrStart",
    "ay",
    "IpAddrEnd",
    "ay",
    "GroupIdle",
    "u",
    "disassoc_low_ack",
    "u",
    "NoGroupIface",
    "b",
    "p2p_search_delay",
    "u"
  };

  private final SimulatedRadio radio;
  private final Map<String, Variant<?>> kept = new HashMap<>();

  ConfigProperty(SimulatedRadio radio) {
    this.radio = radio;
    DeviceSettings settings = DeviceSettings.handheld("untold");
    kept.put("DeviceName", new Variant<>(settings.name()));
    kept.put("PrimaryDeviceType", new Variant<>(settings.primaryType().bytes()));
    kept.put("GOIntent", new Variant<>(new UInt32(7)));
    kept.put("PersistentReconnect", new Variant<>(false));
  }

  Map<String, Variant<?>> value() {
    return kept;
  }

  /** The library takes values of a generic setter out of their variants; their types are left. */
  void set(Map<String, ?> bare) {
    Map<String, Variant<?>> part = new HashMap<>();
    bare.forEach((key, value) -> part.put(key, wrapped(value)));
    Dictionary given = Dictionary.of(part, KEYS);
    if (given.text("DeviceName").orElse("").length() > LONGEST_NAME
        || given.unsigned("GOIntent").orElse(0) > DeviceSettings.HIGHEST_INTENT) {
      throw new InvalidArgs("invalid message format");
    }
    kept.putAll(part);
    Dictionary all = Dictionary.of(kept, KEYS);
    radio.configure(
        new DeviceSettings(
            all.text("DeviceName").orElseThrow(),
            DeviceType.of(all.bytes("PrimaryDeviceType").orElseThrow()),
            all.text("SsidPostfix").orElse(""),
            all.unsigned("GOIntent").orElseThrow(),
            all.flag("PersistentReconnect")));
    radio.driver().useGroupInterface(!all.flag("NoGroupIface"));
    plan(all).ifPresent(radio::setPlan);
  }

  private static Variant<?> wrapped(Object value) {
    if (value instanceof Variant<?> variant) {
      return variant;
    }
    return value instanceof List<?> ? new Variant<>(value, "ay") : new Variant<>(value);
  }

  private static Optional<EapolAddressPlan> plan(Dictionary all) {
    if (!(all.has("IpAddrGo")
        && all.has("IpAddrMask")
        && all.has("IpAddrStart")
        && all.has("IpAddrEnd"))) {
      return Optional.empty();
    }
    return Optional.of(
        new EapolAddressPlan(
            Ipv4.of(all.bytes("IpAddrGo").orElseThrow()),
            Ipv4.of(all.bytes("IpAddrMask").orElseThrow()),
            Ipv4.of(all.bytes("IpAddrStart").orElseThrow()),
            Ipv4.of(all.bytes("IpAddrEnd").orElseThrow())));
  }
}
