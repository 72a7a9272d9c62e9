package org.officeos.wpa.formation;

import org.officeos.hal.p2p.P2pReason;

/** P2P status codes (Wi-Fi P2P Technical Specification, table 9) as reasons. */
public final class StatusCodes {

  /** The peer cannot answer now; it may wait for its person. */
  public static final int INFORMATION_CURRENTLY_UNAVAILABLE = 1;

  /** The peer does not know the group any more. */
  public static final int UNKNOWN_P2P_GROUP = 8;

  /** All is well. */
  public static final int SUCCESS = 0;

  private static final int NO_COMMON_CHANNELS = 7;
  private static final int INCOMPATIBLE_PROVISIONING = 10;
  private static final int REJECTED_BY_USER = 11;

  private StatusCodes() {}

  /** The reason for a status other than success. */
  public static P2pReason reason(int status) {
    return switch (status) {
      case INFORMATION_CURRENTLY_UNAVAILABLE -> P2pReason.INVITATION_WAITS;
      case NO_COMMON_CHANNELS -> P2pReason.NO_COMMON_CHANNEL;
      case UNKNOWN_P2P_GROUP -> P2pReason.PERSISTENT_GROUP_FORGOTTEN;
      case INCOMPATIBLE_PROVISIONING -> P2pReason.PROVISIONING_FAILED;
      case REJECTED_BY_USER -> P2pReason.REJECTED_BY_PEER;
      default -> P2pReason.NEGOTIATION_FAILED;
    };
  }
}
