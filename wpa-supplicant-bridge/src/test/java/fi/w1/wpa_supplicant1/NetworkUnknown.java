package fi.w1.wpa_supplicant1;

import org.freedesktop.dbus.exceptions.DBusExecutionException;

/** The supplicant's error of this name; the bus library names errors by their class. */
public final class NetworkUnknown extends DBusExecutionException {

  private static final long serialVersionUID = 1L;

  public NetworkUnknown(String message) {
    super(message);
  }
}
