package org.officeos.wpa.dbus;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.officeos.hal.p2p.MacAddress;

/**
 * Names on the bus, and what object paths say (wpa_supplicant D-Bus API, fi.w1.wpa_supplicant1).
 */
public final class Names {

  /** The supplicant's well-known bus name, and its root interface. */
  public static final String SUPPLICANT = "fi.w1.wpa_supplicant1";

  /** The root object. */
  public static final String ROOT_PATH = "/fi/w1/wpa_supplicant1";

  static final String INTERFACE = SUPPLICANT + ".Interface";
  static final String P2P_DEVICE = INTERFACE + ".P2PDevice";
  static final String WPS = INTERFACE + ".WPS";
  static final String GROUP = SUPPLICANT + ".Group";
  static final String PEER = SUPPLICANT + ".Peer";
  static final String PERSISTENT_GROUP = SUPPLICANT + ".PersistentGroup";

  private static final Pattern PEER_PATH = Pattern.compile(".{1,140}/Peers/([0-9a-f]{12})");
  private static final Pattern REMEMBERED_PATH =
      Pattern.compile(".{1,140}/PersistentGroups/([0-9]{1,9})");

  private Names() {}

  static String peerPath(String interfacePath, MacAddress peer) {
    return interfacePath + "/Peers/" + HexFormat.of().formatHex(peer.octets());
  }

  static Optional<MacAddress> peer(String path) {
    Matcher parts = PEER_PATH.matcher(path);
    return parts.matches()
        ? Optional.of(MacAddress.of(HexFormat.of().parseHex(parts.group(1))))
        : Optional.empty();
  }

  static String rememberedPath(String interfacePath, int id) {
    return interfacePath + "/PersistentGroups/" + id;
  }

  static Optional<Integer> remembered(String path) {
    Matcher parts = REMEMBERED_PATH.matcher(path);
    return parts.matches() ? Optional.of(Integer.valueOf(parts.group(1))) : Optional.empty();
  }
}
