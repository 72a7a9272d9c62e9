package org.officeos.hal.netlink;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * An interface of a Wi-Fi radio.
 *
 * @param wiphy the radio's index
 * @param wdev the kernel's number for it, among all radios; every interface has one, P2P-device too
 * @param index the network interface's number; a P2P-device has none
 * @param name the network interface's name, such as {@code wlan0}; a P2P-device has none
 * @param type what it is
 * @param address its own
 * @param ssid the network it is in, where the kernel tells
 */
public record WirelessInterface(
    int wiphy,
    long wdev,
    OptionalInt index,
    Optional<String> name,
    InterfaceType type,
    Optional<HardwareAddress> address,
    Optional<Ssid> ssid) {

  /** Its name, or for what has none its type and number. */
  public String label() {
    return name.orElseGet(() -> type.word() + " " + Long.toHexString(wdev));
  }
}
