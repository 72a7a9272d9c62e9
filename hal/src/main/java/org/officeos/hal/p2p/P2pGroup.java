package org.officeos.hal.p2p;

import java.util.Optional;

/**
 * A group that this device is in: Android's {@code WifiP2pGroup} with what {@code
 * onGroupStartedWithParams} adds.
 *
 * @param interfaceName the group's network interface here, such as {@code p2p-wlan0-0}
 * @param role whether this device owns it
 * @param ssid its SSID
 * @param frequency its channel; {@link Frequency#ANY} where the supplicant did not tell
 * @param ownerAddress the owner's P2P Device Address; our own when we own it, {@link
 *     MacAddress#ZERO} where nobody told
 * @param passphrase its passphrase, told to the owner only
 * @param persistent whether it is remembered
 * @param addresses what the owner handed out, on a client; on the owner its own plan's
 */
public record P2pGroup(
    String interfaceName,
    Role role,
    String ssid,
    Frequency frequency,
    MacAddress ownerAddress,
    Optional<Passphrase> passphrase,
    boolean persistent,
    Optional<Addresses> addresses) {

  /** Who owns it. */
  public enum Role {
    /** This device. */
    GROUP_OWNER,
    /** Another. */
    CLIENT
  }

  /**
   * Addresses in the group.
   *
   * @param own this device's
   * @param mask the network's mask
   * @param owner the owner's
   */
  public record Addresses(Ipv4 own, Ipv4 mask, Ipv4 owner) {}

  /** Refuses an interface name that the kernel would not take. */
  public P2pGroup {
    if (interfaceName.isEmpty() || interfaceName.length() > 15) {
      throw new IllegalArgumentException("an interface name has 1 to 15 characters");
    }
  }

  /** Whether this device owns it. */
  public boolean isOwner() {
    return role == Role.GROUP_OWNER;
  }
}
