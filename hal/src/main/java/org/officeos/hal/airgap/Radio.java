package org.officeos.hal.airgap;

import java.util.Set;
import org.officeos.hal.netlink.InterfaceType;

/**
 * A Wi-Fi radio.
 *
 * @param index the kernel's number
 * @param name such as {@code phy0}
 * @param driver such as {@code rtw88_8821cs}
 * @param modes what interfaces its driver can make
 */
public record Radio(int index, String name, String driver, Set<InterfaceType> modes) {

  /** Keeps a copy. */
  public Radio {
    modes = Set.copyOf(modes);
  }

  /** Whether devices are found without a station interface that is up. */
  public boolean hasP2pDevice() {
    return modes.contains(InterfaceType.P2P_DEVICE);
  }
}
