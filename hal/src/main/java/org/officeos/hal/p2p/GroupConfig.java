package org.officeos.hal.p2p;

import java.util.Optional;

/**
 * A group that this device shall own without negotiating: Android's {@code addGroup} and {@code
 * addGroupWithConfig}.
 *
 * @param persistent whether it shall be remembered; one of our own naming always is
 * @param frequency where
 * @param naming an SSID and passphrase of our own, or empty to have both made
 */
public record GroupConfig(boolean persistent, Frequency frequency, Optional<Naming> naming) {

  /**
   * A group's name and key.
   *
   * @param ssid its name
   * @param passphrase its WPA2 passphrase
   */
  public record Naming(GroupSsid ssid, Passphrase passphrase) {}

  /** A remembered group with a made-up name, anywhere. */
  public static GroupConfig anyPersistent() {
    return new GroupConfig(true, Frequency.ANY, Optional.empty());
  }

  /** A group for once, with a made-up name, anywhere. */
  public static GroupConfig anyTemporary() {
    return new GroupConfig(false, Frequency.ANY, Optional.empty());
  }

  /** A group of our own naming. */
  public static GroupConfig named(GroupSsid ssid, Passphrase passphrase) {
    return new GroupConfig(true, Frequency.ANY, Optional.of(new Naming(ssid, passphrase)));
  }

  /** The same on {@code where}. */
  public GroupConfig on(Frequency where) {
    return new GroupConfig(persistent, where, naming);
  }
}
