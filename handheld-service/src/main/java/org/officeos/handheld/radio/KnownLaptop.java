package org.officeos.handheld.radio;

import org.officeos.hal.p2p.MacAddress;

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
}
