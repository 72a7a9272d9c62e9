import org.jspecify.annotations.NullMarked;

/**
 * Wi-Fi Direct through wpa_supplicant: hal's contract over D-Bus. Knows neither sessions nor
 * services.
 */
@NullMarked
module org.officeos.wpa {
  requires static org.jspecify;
  requires org.officeos.hal;
  requires org.freedesktop.dbus;

  exports org.officeos.wpa;
}
