package org.officeos.hal.p2p;

/**
 * The addresses that a group owner hands out inside the EAPOL-Key exchange (Wi-Fi P2P Technical
 * Specification, section 4.2.8), so that no group ever needs DHCP: Android's {@code
 * configureEapolIpAddressAllocationParams}.
 *
 * @param owner the owner's own address
 * @param mask the network's mask
 * @param first the first address for a client
 * @param last the last one, in the same network and not before the first
 */
public record EapolAddressPlan(Ipv4 owner, Ipv4 mask, Ipv4 first, Ipv4 last) {

  /** Android's: 192.168.49.1/24 with clients at .128 to .254. */
  public static final EapolAddressPlan USUAL =
      new EapolAddressPlan(
          Ipv4.of(192, 168, 49, 1),
          Ipv4.of(255, 255, 255, 0),
          Ipv4.of(192, 168, 49, 128),
          Ipv4.of(192, 168, 49, 254));

  /** Refuses a plan whose parts lie in different networks or overlap. */
  public EapolAddressPlan {
    int prefix = mask.prefixLength();
    if (prefix < 8 || prefix > 30) {
      throw new IllegalArgumentException("not a mask of 8 to 30 bits");
    }
    int network = owner.bits() & mask.bits();
    if ((first.bits() & mask.bits()) != network || (last.bits() & mask.bits()) != network) {
      throw new IllegalArgumentException("the plan's addresses lie in different networks");
    }
    if (Integer.compareUnsigned(first.bits(), last.bits()) > 0) {
      throw new IllegalArgumentException("the last address comes before the first");
    }
    boolean ownerInRange =
        Integer.compareUnsigned(owner.bits(), first.bits()) >= 0
            && Integer.compareUnsigned(owner.bits(), last.bits()) <= 0;
    if (ownerInRange) {
      throw new IllegalArgumentException("the owner's address is among those for clients");
    }
  }

  /** How many clients can have an address at once. */
  public int clients() {
    return last.bits() - first.bits() + 1;
  }
}
