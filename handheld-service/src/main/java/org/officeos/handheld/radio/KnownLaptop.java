package org.officeos.handheld.radio;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.PersistentGroup;

/**
 * The one laptop that this handheld looks for. Its name is not asked: any device may carry it.
 *
 * @param address its P2P Device Address, learnt when the two were paired
 * @param channel the one channel on which its group was last; empty where nobody knows
 */
public record KnownLaptop(MacAddress address, Optional<Frequency> channel) {

  /** Refuses an address that nobody has, and a band in place of a channel. */
  public KnownLaptop {
    if (address.equals(MacAddress.ZERO)) {
      throw new IllegalArgumentException("a laptop has an address");
    }
    if (channel.isPresent() && !channel.get().isChannel()) {
      throw new IllegalArgumentException("a group is on one channel");
    }
  }

  /** A laptop in whose group this device has not been. */
  public KnownLaptop(MacAddress address) {
    this(address, Optional.empty());
  }

  /** The same laptop, its group last seen there. */
  public KnownLaptop on(Optional<Frequency> other) {
    return new KnownLaptop(address, other);
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
