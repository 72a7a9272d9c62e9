package org.officeos.hal.p2p;

/**
 * Where Wi-Fi Direct stands: the states of Android's WifiP2pServiceImpl that its callers can see.
 */
public enum P2pState {
  /** Preflight named a reason why there can be none here. */
  UNSUPPORTED,
  /** The supplicant, the bus or the radio is away; it is taken up again when they are back. */
  DISABLED,
  /** Ready, and in no group. Searching and listening happen here. */
  INACTIVE,
  /** A group is being formed. */
  GROUP_CREATING,
  /** At least one group stands. */
  GROUP_CREATED
}
