package org.officeos.wpa.fake;

import java.util.Map;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;
import org.officeos.hal.p2p.P2pDevice;

/** {@code fi.w1.wpa_supplicant1.Peer}. */
final class PeerObject extends ReadOnly {

  private final P2pDevice device;

  PeerObject(P2pDevice device) {
    this.device = device;
  }

  @Override
  public String getObjectPath() {
    return StrictSupplicant.peerPath(device.address()).getPath();
  }

  @Override
  Map<String, Variant<?>> properties() {
    Map<String, Variant<?>> all = StrictSupplicant.dictionary();
    all.put("DeviceAddress", new Variant<>(device.address().octets()));
    all.put("DeviceName", new Variant<>(device.name()));
    all.put("PrimaryDeviceType", new Variant<>(device.primaryType().bytes()));
    all.put("config_method", new Variant<>(new UInt16(device.configMethods())));
    all.put("devicecapability", new Variant<>((byte) device.deviceCapability()));
    all.put("groupcapability", new Variant<>((byte) device.groupCapability()));
    all.put("level", new Variant<>(device.signalDbm().orElse(0)));
    return all;
  }
}
