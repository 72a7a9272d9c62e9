package fi.w1.wpa_supplicant1;

import org.freedesktop.dbus.exceptions.DBusExecutionException;

/** The supplicant's error of this name; the bus library names errors by their class. */
public final class ConnectChannelUnavailable extends DBusExecutionException {

  private static final long serialVersionUID = 1L;

  public ConnectChannelUnavailable(String message) {
    super(message);
  }
}
