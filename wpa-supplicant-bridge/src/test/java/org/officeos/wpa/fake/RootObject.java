package org.officeos.wpa.fake;

import fi.w1.wpa_supplicant1.InterfaceUnknown;
import fi.w1.wpa_supplicant1.UnknownError;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.officeos.wpa.dbus.RootCalls;

/** The supplicant's root object. */
final class RootObject extends ReadOnly implements RootCalls {

  private final StrictSupplicant supplicant;

  RootObject(StrictSupplicant supplicant) {
    this.supplicant = supplicant;
  }

  @Override
  public String getObjectPath() {
    return StrictSupplicant.ROOT;
  }

  @Override
  public DBusPath getInterface(String name) {
    if (!supplicant.isPresent() || !name.equals(supplicant.interfaceName())) {
      throw new InterfaceUnknown("wpa_supplicant knows nothing about this interface.");
    }
    return new DBusPath(StrictSupplicant.MAIN);
  }

  @Override
  public DBusPath createInterface(Map<String, Variant<?>> arguments) {
    Dictionary.of(arguments, "Ifname", "s", "Driver", "s", "ConfigFile", "s", "BridgeIfname", "s");
    if (supplicant.take()) {
      return new DBusPath(StrictSupplicant.MAIN);
    }
    throw new UnknownError("wpa_supplicant couldn't grab this interface.");
  }

  @Override
  public void removeInterface(DBusPath path) {
    if (!supplicant.isPresent() || !path.getPath().equals(StrictSupplicant.MAIN)) {
      throw new InterfaceUnknown("wpa_supplicant does not control this interface.");
    }
    supplicant.plug(false);
  }

  @Override
  Map<String, Variant<?>> properties() {
    Map<String, Variant<?>> all = StrictSupplicant.dictionary();
    all.put("Interfaces", new Variant<>(supplicant.interfaces()));
    all.put("Capabilities", new Variant<>(supplicant.capabilities().toArray(String[]::new)));
    return all;
  }
}
