package fi.w1.wpa_supplicant1;

import org.freedesktop.dbus.exceptions.DBusExecutionException;

/** The supplicant's error of this name; the bus library names errors by their class. */
@SuppressWarnings("JavaLangClash")
public final class UnknownError extends DBusExecutionException {

  private static final long serialVersionUID = 1L;

  public UnknownError(String message) {
    super(message);
  }
}
