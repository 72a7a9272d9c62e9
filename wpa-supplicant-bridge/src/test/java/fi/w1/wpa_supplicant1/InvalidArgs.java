package fi.w1.wpa_supplicant1;

import org.freedesktop.dbus.exceptions.DBusExecutionException;

/** The supplicant's error of this name; the bus library names errors by their class. */
public final class InvalidArgs extends DBusExecutionException {

  private static final long serialVersionUID = 1L;

  public InvalidArgs(String message) {
    super(message);
  }
}
