package org.officeos.hal.p2p;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A Wi-Fi radio as preflight sees it.
 *
 * @param name such as {@code phy0}
 * @param driver such as {@code rtl8821cs}; {@code unknown} where the kernel does not tell
 * @param modes interface types that the driver can make
 * @param interfaces names of its network interfaces, such as {@code wlan0}
 * @param switches those that can block it
 */
public record PreflightRadio(
    String name,
    String driver,
    Set<PreflightMode> modes,
    List<String> interfaces,
    List<PreflightSwitch> switches) {

  /** Keeps copies. */
  public PreflightRadio {
    modes = Set.copyOf(modes);
    interfaces = List.copyOf(interfaces);
    switches = List.copyOf(switches);
  }

  /** Whether groups can be formed: wpa_supplicant wants both types, even where one is used. */
  public boolean hasP2p() {
    return modes.contains(PreflightMode.P2P_CLIENT) && modes.contains(PreflightMode.P2P_GO);
  }

  /** Whether peers can be found while no station interface is up. */
  public boolean hasP2pDevice() {
    return modes.contains(PreflightMode.P2P_DEVICE);
  }

  /** The modes as {@code iw} calls them, with commas; {@code none} where there are none. */
  public String words() {
    String words =
        new TreeSet<>(modes).stream().map(PreflightMode::word).collect(Collectors.joining(", "));
    return words.isEmpty() ? "none" : words;
  }
}
