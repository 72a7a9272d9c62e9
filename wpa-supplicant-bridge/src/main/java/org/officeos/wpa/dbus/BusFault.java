package org.officeos.wpa.dbus;

/** An error answer, with the name that it has on the bus. */
final class BusFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String name;

  BusFault(String name, String message) {
    super(message);
    this.name = name;
  }

  /** Such as {@code fi.w1.wpa_supplicant1.InvalidArgs}. */
  String name() {
    return name;
  }
}
