package org.officeos.hal.p2p;

/** An interface type that a radio's driver can make, in the words of {@code iw}. */
public enum PreflightMode {
  /** A station of an access point. */
  STATION("managed"),
  /** An access point. */
  AP("AP"),
  /** A member of a group. */
  P2P_CLIENT("P2P-client"),
  /** The owner of a group. */
  P2P_GO("P2P-GO"),
  /** Finds peers without a station interface that is up. */
  P2P_DEVICE("P2P-device"),
  /** A member of an ad-hoc network. */
  ADHOC("IBSS"),
  /** Hears everything. */
  MONITOR("monitor"),
  /** Any other. */
  OTHER("other");

  private final String word;

  PreflightMode(String word) {
    this.word = word;
  }

  /** As {@code iw} calls it. */
  public String word() {
    return word;
  }
}
