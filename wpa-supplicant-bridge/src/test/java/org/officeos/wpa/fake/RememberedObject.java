package org.officeos.wpa.fake;

import java.util.Map;
import org.freedesktop.dbus.types.Variant;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.PersistentGroup;

/** {@code fi.w1.wpa_supplicant1.PersistentGroup}; its values are all strings. */
final class RememberedObject extends ReadOnly {

  private final PersistentGroup group;

  RememberedObject(PersistentGroup group) {
    this.group = group;
  }

  @Override
  public String getObjectPath() {
    return "/";
  }

  @Override
  Map<String, Variant<?>> properties() {
    boolean ours = group.role() == P2pGroup.Role.GROUP_OWNER;
    Map<String, Variant<?>> values = StrictSupplicant.dictionary();
    values.put("ssid", new Variant<>("\"" + group.ssid() + "\""));
    values.put("mode", new Variant<>(ours ? "3" : "0"));
    values.put("disabled", new Variant<>("2"));
    if (!ours) {
      values.put("bssid", new Variant<>(group.ownerAddress().toString()));
    }
    Map<String, Variant<?>> all = StrictSupplicant.dictionary();
    all.put("Properties", new Variant<>(values, "a{sv}"));
    return all;
  }
}
