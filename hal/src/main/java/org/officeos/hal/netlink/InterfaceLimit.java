package org.officeos.hal.netlink;

import java.util.Set;

/**
 * At most so many interfaces of these types together: {@code enum nl80211_iface_limit_attrs}.
 *
 * @param max 0 and more
 * @param types which are counted together
 */
public record InterfaceLimit(int max, Set<InterfaceType> types) {

  /** Keeps a copy. */
  public InterfaceLimit {
    if (max < 0) {
      throw new IllegalArgumentException("a limit of " + max);
    }
    types = Set.copyOf(types);
  }
}
