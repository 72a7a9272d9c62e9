package org.officeos.wpa.fake;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;
import org.officeos.hal.p2p.P2pGroup;

/** {@code fi.w1.wpa_supplicant1.Group}. */
final class GroupObject extends ReadOnly {

  private final P2pGroup group;

  GroupObject(P2pGroup group) {
    this.group = group;
  }

  @Override
  public String getObjectPath() {
    return "/";
  }

  @Override
  Map<String, Variant<?>> properties() {
    Map<String, Variant<?>> all = StrictSupplicant.dictionary();
    all.put("SSID", new Variant<>(group.ssid().getBytes(StandardCharsets.UTF_8)));
    all.put("Frequency", new Variant<>(new UInt16(group.frequency().megahertz())));
    group.passphrase().ifPresent(p -> all.put("Passphrase", new Variant<>(p.characters())));
    return all;
  }
}
