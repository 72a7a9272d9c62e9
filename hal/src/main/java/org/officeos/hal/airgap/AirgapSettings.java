package org.officeos.hal.airgap;

import java.util.Set;
import org.officeos.hal.netlink.InterfaceType;

/**
 * What this machine is allowed.
 *
 * @param side which machine it is
 * @param modes types of radio interfaces besides the idle station interface
 * @param supplicants programs that may hold packet sockets for the four-way handshake's frames
 * @param tables the packet filter's own tables, in whatever family
 * @param port of the laptop's that the session goes to
 */
public record AirgapSettings(
    Side side, Set<InterfaceType> modes, Set<String> supplicants, Set<String> tables, int port) {

  /** The port of the session, on the laptop. */
  private static final int SESSION = 47100;

  /** The handheld as it is meant to be. */
  public static final AirgapSettings USUAL =
      new AirgapSettings(
          Side.HANDHELD,
          Set.of(InterfaceType.P2P_CLIENT, InterfaceType.P2P_DEVICE),
          Set.of("wpa_supplicant"),
          Set.of("officeos_airgap"),
          SESSION);

  /** The laptop as it is meant to be. */
  public static final AirgapSettings LAPTOP =
      new AirgapSettings(
          Side.LAPTOP,
          Set.of(InterfaceType.P2P_GO, InterfaceType.P2P_DEVICE),
          Set.of(),
          Set.of("officeos_laptop"),
          SESSION);

  /** Keeps copies. */
  public AirgapSettings {
    modes = Set.copyOf(modes);
    supplicants = Set.copyOf(supplicants);
    tables = Set.copyOf(tables);
  }
}
