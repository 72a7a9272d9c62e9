package org.officeos.wpa.dbus;

import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

/** Methods of the root object. */
@DBusInterfaceName(Names.SUPPLICANT)
public interface RootCalls extends DBusInterface {

  /** The object of a network interface that the supplicant has. {@code InterfaceUnknown}. */
  @DBusMemberName("GetInterface")
  DBusPath getInterface(String name);

  /** Gives the supplicant an interface: {@code Ifname s}, {@code Driver s}. */
  @DBusMemberName("CreateInterface")
  DBusPath createInterface(Map<String, Variant<?>> arguments);

  /** Takes an interface from the supplicant. {@code InterfaceUnknown}. */
  @DBusMemberName("RemoveInterface")
  void removeInterface(DBusPath path);
}
