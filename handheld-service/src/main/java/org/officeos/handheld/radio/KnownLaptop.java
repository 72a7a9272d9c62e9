package org.officeos.handheld.radio;

import java.util.List;
import java.util.OptionalInt;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.PersistentGroup;

/**
 * The one laptop that this handheld looks for. Its name is not asked: any device may carry it.
 *
 * @param address its P2P Device Address, learnt when the two were paired
 */
public record KnownLaptop(MacAddress address) {

  /** Refuses an address that nobody has. */
  public KnownLaptop {
    if (address.equals(MacAddress.ZERO)) {
      throw new IllegalArgumentException("a laptop has an address");
    }
  }

  /** Whether this device is a client in a group of this laptop. */
  public boolean owns(P2pGroup group) {
    return !group.isOwner() && group.ownerAddress().equals(address);
  }

  /** The newest of its groups that the supplicant remembers. */
  public OptionalInt rememberedIn(List<PersistentGroup> groups) {
    return groups.stream()
        .filter(each -> each.role() == P2pGroup.Role.CLIENT)
        .filter(each -> each.ownerAddress().equals(address))
        .mapToInt(PersistentGroup::id)
        .max();
  }
}
