package org.officeos.wpa.dbus;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** The vendor element methods of {@code fi.w1.wpa_supplicant1.Interface}, and no other of it. */
@DBusInterfaceName(Names.INTERFACE)
public interface VendorElementCalls extends DBusInterface {

  /** Adds elements to a kind of frame; 1 is the P2P probe response. */
  @DBusMemberName("VendorElemAdd")
  void vendorElemAdd(int frame, byte[] elements);

  /** Removes elements of a kind of frame; the one byte {@code *} removes all. */
  @DBusMemberName("VendorElemRem")
  void vendorElemRem(int frame, byte[] elements);
}
