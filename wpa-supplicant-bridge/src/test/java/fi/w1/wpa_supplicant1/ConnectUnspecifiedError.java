package fi.w1.wpa_supplicant1;

import org.freedesktop.dbus.exceptions.DBusExecutionException;

/** The supplicant's error of this name; the bus library names errors by their class. */
public final class ConnectUnspecifiedError extends DBusExecutionException {

  private static final long serialVersionUID = 1L;

  public ConnectUnspecifiedError(String message) {
    super(message);
  }
}
