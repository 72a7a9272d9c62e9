package org.officeos.wpa.dbus;

import java.util.HashMap;
import java.util.Map;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.EapolAddressPlan;

/** Parts of {@code P2PDeviceConfig} from the contract's words. */
final class ConfigArguments {

  private ConfigArguments() {}

  /** Names and wishes. */
  static Map<String, Variant<?>> of(DeviceSettings settings) {
    Map<String, Variant<?>> part = new HashMap<>();
    part.put("DeviceName", new Variant<>(settings.name()));
    part.put("PrimaryDeviceType", new Variant<>(settings.primaryType().bytes()));
    part.put("SsidPostfix", new Variant<>(settings.ssidPostfix()));
    part.put("GOIntent", new Variant<>(new UInt32(settings.goIntent())));
    part.put("PersistentReconnect", new Variant<>(settings.persistentReconnect()));
    return part;
  }

  /** What groups of our own hand out; all four, else the supplicant hands out nothing. */
  static Map<String, Variant<?>> of(EapolAddressPlan plan) {
    Map<String, Variant<?>> part = new HashMap<>();
    part.put("IpAddrGo", new Variant<>(plan.owner().octets()));
    part.put("IpAddrMask", new Variant<>(plan.mask().octets()));
    part.put("IpAddrStart", new Variant<>(plan.first().octets()));
    part.put("IpAddrEnd", new Variant<>(plan.last().octets()));
    return part;
  }
}
