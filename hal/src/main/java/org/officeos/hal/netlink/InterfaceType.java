package org.officeos.hal.netlink;

/**
 * What a wireless interface is: {@code enum nl80211_iftype} of linux/nl80211.h, in the words that
 * {@code iw} uses for them.
 */
public enum InterfaceType {
  /** One that this list does not know: never taken for a harmless one. */
  UNKNOWN(-1, "unknown"),
  /** A member of an ad-hoc network. */
  ADHOC(1, "IBSS"),
  /** A station of an access point: what this product never brings up. */
  STATION(2, "managed"),
  /** An access point. */
  AP(3, "AP"),
  /** A VLAN of an access point. */
  AP_VLAN(4, "AP/VLAN"),
  /** A wireless distribution system. */
  WDS(5, "WDS"),
  /** Hears everything. */
  MONITOR(6, "monitor"),
  /** A point of a mesh. */
  MESH_POINT(7, "mesh point"),
  /** A member of a Wi-Fi Direct group. */
  P2P_CLIENT(8, "P2P-client"),
  /** The owner of a Wi-Fi Direct group. */
  P2P_GO(9, "P2P-GO"),
  /** Finds Wi-Fi Direct devices; has no network interface. */
  P2P_DEVICE(10, "P2P-device"),
  /** Outside the context of a BSS. */
  OCB(11, "outside context of a BSS"),
  /** Neighbour awareness. */
  NAN(12, "NAN");

  private final int number;
  private final String word;

  InterfaceType(int number, String word) {
    this.number = number;
    this.word = word;
  }

  /** The kernel's number; -1 for {@link #UNKNOWN}. */
  public int number() {
    return number;
  }

  /** As {@code iw} calls it. */
  public String word() {
    return word;
  }

  /** By the kernel's number; {@link #UNKNOWN} for one that is not listed. */
  public static InterfaceType of(int number) {
    for (InterfaceType type : values()) {
      if (type.number == number) {
        return type;
      }
    }
    return UNKNOWN;
  }
}
