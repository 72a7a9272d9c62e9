package org.officeos.wpa.dbus;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** What is asked of the bus itself. */
@DBusInterfaceName("org.freedesktop.DBus")
public interface NameCalls extends DBusInterface {

  /** The unique name behind a well-known one. {@code NameHasNoOwner}. */
  @DBusMemberName("GetNameOwner")
  String getNameOwner(String name);
}
