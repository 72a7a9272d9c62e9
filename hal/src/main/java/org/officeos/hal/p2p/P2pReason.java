package org.officeos.hal.p2p;

/**
 * Why a request of {@link WifiP2p} failed or a formation ended: a closed list, each with what the
 * person can do. Nothing ever fails without one.
 */
public enum P2pReason {
  /** No radio is there. */
  NO_RADIO("no Wi-Fi radio was found", "plug one in, or load its driver"),
  /** The driver offers no P2P-GO and P2P-client interface types. */
  DRIVER_WITHOUT_P2P(
      "the driver offers no Wi-Fi Direct", "use a driver whose modes name P2P-GO and P2P-client"),
  /** The radio is blocked by software. */
  RADIO_BLOCKED_SOFT("the radio is switched off in software", "rfkill unblock wlan"),
  /** The radio is blocked by a switch. */
  RADIO_BLOCKED_HARD("the radio is switched off by a switch or key", "move the device's switch"),
  /** No message bus answers. */
  BUS_ABSENT("no system message bus answers", "start dbus-daemon"),
  /** The message bus' policy refuses us. */
  BUS_DENIED(
      "the message bus refuses this user",
      "run as root or install the D-Bus policy of the officeos package"),
  /** wpa_supplicant is not on the bus. */
  SUPPLICANT_ABSENT("wpa_supplicant is not on the bus", "start it with -u"),
  /** wpa_supplicant was built without P2P. */
  SUPPLICANT_WITHOUT_P2P(
      "this wpa_supplicant was built without P2P", "install one with CONFIG_P2P"),
  /** wpa_supplicant is older than what is relied on. */
  SUPPLICANT_TOO_OLD("this wpa_supplicant is too old", "install 2.10 or newer"),
  /** Another program manages the interface. */
  MANAGED_BY_ANOTHER(
      "another program manages this interface", "tell that program to leave the interface alone"),
  /** The supplicant or the bus went away while the request was under way. */
  SUPPLICANT_LOST("wpa_supplicant went away", "the request may be made again when it is back"),
  /** The radio went away. */
  RADIO_LOST("the radio went away", "the request may be made again when it is back"),
  /** A formation is under way that this request would disturb. */
  BUSY("a connection is being made", "cancel it, or wait for its end"),
  /** Nothing of the kind is going on. */
  NOT_UNDER_WAY("nothing of the kind is going on", "look at the state first"),
  /** The peer is not known, or was not heard for 60 s. */
  UNKNOWN_PEER("this peer is not known", "find peers first"),
  /** There is no such group. */
  UNKNOWN_GROUP("there is no such group", "look at the groups first"),
  /** There is no such persistent group. */
  UNKNOWN_PERSISTENT_GROUP("there is no such persistent group", "form the group anew"),
  /** A persistent group is out of the supplicant's memory, and may still be in its file. */
  NOT_SAVED(
      "wpa_supplicant forgot the group and did not write that down",
      "it is forgotten again when the supplicant was started again"),
  /** There is no such service. */
  UNKNOWN_SERVICE("no such service was added", "look at what was added"),
  /** Not an SSID of a P2P group. */
  INVALID_SSID("this is no SSID of a P2P group", "let it begin with DIRECT- and two letters"),
  /** Not a WPA2 passphrase. */
  INVALID_PASSPHRASE("this is no passphrase", "take 8 to 63 printable characters"),
  /** Not a frequency for a group. */
  INVALID_FREQUENCY("this is no frequency for a group", "take one of 2.4 or 5 GHz"),
  /** Not a WPS PIN. */
  INVALID_PIN("this is no PIN", "type the digits again"),
  /** Another value that cannot be. */
  INVALID_ARGUMENT("a value is out of range", "see the message"),
  /** The two devices share no channel. */
  NO_COMMON_CHANNEL("the two devices share no channel", "let both choose the channel freely"),
  /** The channel asked for may not be used here or now. */
  CHANNEL_UNAVAILABLE("this channel cannot be used now", "choose another, or any"),
  /** The peer, or the person at it, said no. */
  REJECTED_BY_PEER("the other device declined", "accept there, then try again"),
  /** The person here said no. */
  REJECTED_HERE("declined on this device", "accept here, then try again"),
  /** Cancelled by {@link WifiP2p#cancelConnect()}. */
  CANCELLED("cancelled", "connect again when wanted"),
  /** Two devices near pressed their button at the same time. */
  PBC_OVERLAP("two devices pressed their button at once", "wait two minutes, or connect by PIN"),
  /** The PIN was wrong, or the proof failed otherwise. */
  PROVISIONING_FAILED("the two devices could not prove the PIN", "type the PIN again"),
  /** The peer does not answer provision discovery. */
  PROVISION_DISCOVERY_TIMED_OUT(
      "the other device did not answer", "bring it near and let it search"),
  /** GO negotiation ended without agreement. */
  NEGOTIATION_FAILED("the two devices did not agree", "try again"),
  /** The group was agreed on but not formed in time. */
  FORMATION_TIMED_OUT("the group was not formed in time", "bring the devices near, try again"),
  /** The group ended while it was being formed. */
  FORMATION_FAILED("the group was not formed", "try again"),
  /** The group interface could not be made. */
  GROUP_INTERFACE_FAILED(
      "the driver made no interface for the group", "free an interface, or restart the radio"),
  /** The group owner has forgotten the persistent group. */
  PERSISTENT_GROUP_FORGOTTEN("the other device has forgotten this group", "form the group anew"),
  /** The group owner waits for a person before it takes the invitation. */
  INVITATION_WAITS("the other device waits for its person", "accept there, or connect anew"),
  /** The owner handed out no address inside the handshake. */
  NO_ADDRESS("the group owner handed out no address", "give the owner an address plan"),
  /** Not possible through this supplicant. */
  UNSUPPORTED("not possible through this supplicant", "see the tables in docs/android-mapping.md"),
  /** The supplicant answered what we do not know. */
  SUPPLICANT_FAULT("wpa_supplicant answered unexpectedly", "see the log; tell us"),
  /** This object was closed. */
  CLOSED("closed", "open it again");

  private final String cause;
  private final String next;

  P2pReason(String cause, String next) {
    this.cause = cause;
    this.next = next;
  }

  /** What happened, for a person; no trailing full stop. */
  public String cause() {
    return cause;
  }

  /** What the person can do. */
  public String next() {
    return next;
  }
}
