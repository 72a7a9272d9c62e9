package org.officeos.hal.netlink;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A Wi-Fi radio and what its driver can do with it.
 *
 * @param index the kernel's number, 0 and more; never used again while the machine is up
 * @param name such as {@code phy0}, at most 64 characters
 * @param types interfaces that the driver can make; those the kernel makes by itself, such as
 *     monitors on some drivers, are in here too
 * @param softwareTypes those of {@code types} that no combination counts
 * @param combinations which of them at the same time; without any, one interface at a time
 * @param commands nl80211 commands that the driver takes
 */
public record Wiphy(
    int index,
    String name,
    Set<InterfaceType> types,
    Set<InterfaceType> softwareTypes,
    List<InterfaceCombination> combinations,
    Set<Integer> commands) {

  /** Keeps copies. */
  public Wiphy {
    types = Set.copyOf(types);
    softwareTypes = Set.copyOf(softwareTypes);
    combinations = List.copyOf(combinations);
    commands = Set.copyOf(commands);
  }

  /**
   * Whether groups can be formed at all: wpa_supplicant wants both P2P-client and P2P-GO, even
   * where only one is ever used.
   */
  public boolean hasP2p() {
    return types.contains(InterfaceType.P2P_CLIENT) && types.contains(InterfaceType.P2P_GO);
  }

  /** Whether peers can be found without a station interface that is up. */
  public boolean hasP2pDevice() {
    return types.contains(InterfaceType.P2P_DEVICE);
  }

  /**
   * Whether interfaces of these types can run at the same time, each on the same channel. One
   * interface of a type that the driver has can always run by itself.
   *
   * @param wanted one entry for each interface
   */
  public boolean holds(List<InterfaceType> wanted) {
    if (!types.containsAll(wanted)) {
      return false;
    }
    Map<InterfaceType, Integer> counts = new EnumMap<>(InterfaceType.class);
    int counted = 0;
    for (InterfaceType type : wanted) {
      if (!softwareTypes.contains(type)) {
        counts.merge(type, 1, Integer::sum);
        counted++;
      }
    }
    return counted <= 1 || combinations.stream().anyMatch(each -> each.holds(counts));
  }

  /** The types as {@code iw} calls them, in the kernel's order, with commas. */
  public String modes() {
    return new TreeSet<>(types).stream().map(InterfaceType::word).collect(Collectors.joining(", "));
  }
}
