package org.officeos.hal.p2p;

/**
 * A group that the supplicant remembers.
 *
 * @param id the supplicant's number for it, 0 or more; good until the supplicant restarts
 * @param ssid its SSID
 * @param ownerAddress the owner's P2P Device Address; {@link MacAddress#ZERO} where it is ours or
 *     not told
 * @param role whether this device owns it when it is brought back
 */
public record PersistentGroup(int id, String ssid, MacAddress ownerAddress, P2pGroup.Role role) {

  /** Refuses a negative number. */
  public PersistentGroup {
    if (id < 0) {
      throw new IllegalArgumentException("a persistent group's number is 0 or more");
    }
  }
}
