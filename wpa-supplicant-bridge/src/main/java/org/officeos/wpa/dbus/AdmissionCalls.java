package org.officeos.wpa.dbus;

import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

/**
 * How an owner lets a client into its group. On an object that is no group owner {@code Start}
 * would enrol this device somewhere, so it is called only on the object of an interface that was
 * made for a group of our own, and lives and dies with that group.
 */
@DBusInterfaceName(Names.WPS)
public interface AdmissionCalls extends DBusInterface {

  /** {@code Role s} enrollee, {@code Type s} pbc or pin, {@code Pin s}. */
  @DBusMemberName("Start")
  Map<String, Variant<?>> start(Map<String, Variant<?>> arguments);

  /** Lets nobody in any more: ends the button's walk time, and forgets the PINs. */
  @DBusMemberName("Cancel")
  void cancel();
}
