package org.officeos.hal.p2p;

/**
 * Another program that manages Wi-Fi on this machine.
 *
 * @param program which
 * @param interfaceName the network interface it is about
 * @param sureness how well that is known
 * @param evidence what was seen, for a person, such as {@code /run/NetworkManager/devices/3 says
 *     managed=true}
 */
public record PreflightManager(
    Program program, String interfaceName, Sureness sureness, String evidence) {

  /** How well it is known that the program manages the interface. */
  public enum Sureness {
    /** Its own state or settings name the interface, or take all that they do not name. */
    MANAGES,
    /** It runs, and may. */
    RUNS
  }

  /** The programs that preflight knows. */
  public enum Program {
    /** Desktops and laptops. */
    NETWORK_MANAGER(
        "NetworkManager",
        "nmcli device set %s managed no; for good, in NetworkManager.conf below [keyfile]:"
            + " unmanaged-devices=interface-name:%s"),
    /** Knulli, Batocera, ROCKNIX. */
    CONNMAN(
        "connmand",
        "name %s in NetworkInterfaceBlacklist of /etc/connman/main.conf and start connmand anew"),
    /** iwd replaces wpa_supplicant and does not share a radio with it. */
    IWD("iwd", "stop iwd, and keep it from starting: it holds the radio of %s"),
    /** muOS, Raspberry Pi OS: its hook starts a wpa_supplicant of its own. */
    DHCPCD("dhcpcd", "write denyinterfaces %s p2p-* into /etc/dhcpcd.conf and start dhcpcd anew"),
    /** muOS: a wpa_supplicant that no bus reaches. */
    SUPPLICANT_WITHOUT_BUS(
        "wpa_supplicant without -u", "stop the wpa_supplicant that holds %s, start it with -u");

    private final String word;
    private final String fix;

    Program(String word, String fix) {
      this.word = word;
      this.fix = fix;
    }

    /** As a person knows it. */
    public String word() {
      return word;
    }

    /** How to take the interface from it. */
    public String fix(String interfaceName) {
      return fix.replace("%s", interfaceName);
    }
  }
}
