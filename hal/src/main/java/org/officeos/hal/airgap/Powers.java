package org.officeos.hal.airgap;

import java.util.List;
import java.util.Set;

/**
 * What lets ordinary users do what takes root's rights.
 *
 * @param files programs out of {@link #TOOLS}
 * @param commands what may be run as root without a password
 */
public record Powers(List<Tool> files, List<FreeCommands> commands) {

  /** Nothing. */
  public static final Powers NONE = new Powers(List.of(), List.of());

  /** Programs that can undo the lockdown when they run with root's rights. */
  public static final Set<String> TOOLS =
      Set.of(
          "nft",
          "iptables",
          "ip6tables",
          "xtables-nft-multi",
          "xtables-legacy-multi",
          "ip",
          "iw",
          "tc",
          "bpftool",
          "rfkill",
          "ifconfig",
          "iwconfig",
          "wpa_cli",
          "wpa_supplicant",
          "busybox",
          "toybox",
          "nsenter",
          "unshare",
          "systemctl",
          "modprobe",
          "kmod",
          "sysctl",
          "tcpdump",
          "udhcpc",
          "dhclient",
          "dhcpcd");

  /** Keeps copies. */
  public Powers {
    files = List.copyOf(files);
    commands = List.copyOf(commands);
  }

  /**
   * A program.
   *
   * @param mode its permissions, 0 to 07777
   * @param capable whether the file gives capabilities to whoever runs it
   */
  public record Tool(String path, int mode, boolean capable) {}

  /**
   * Commands that somebody besides root may run as root without a password.
   *
   * @param place file and line
   * @param commands as they are written, aliases put in
   */
  public record FreeCommands(String place, List<String> commands) {

    /** Keeps a copy. */
    public FreeCommands {
      commands = List.copyOf(commands);
    }
  }
}
