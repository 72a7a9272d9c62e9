package org.officeos.wpa.dbus;

import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

/**
 * The standard properties interface (D-Bus specification, section
 * "org.freedesktop.DBus.Properties").
 */
@DBusInterfaceName("org.freedesktop.DBus.Properties")
public interface PropertyCalls extends DBusInterface {

  /** One property. */
  @DBusMemberName("Get")
  Variant<?> get(String interfaceName, String property);

  /** Sets one. */
  @DBusMemberName("Set")
  void set(String interfaceName, String property, Variant<?> value);

  /** All of one interface. */
  @DBusMemberName("GetAll")
  Map<String, Variant<?>> getAll(String interfaceName);
}
