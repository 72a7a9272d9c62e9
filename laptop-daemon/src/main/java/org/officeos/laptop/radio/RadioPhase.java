package org.officeos.laptop.radio;

/** Where the group of this laptop stands. */
public enum RadioPhase {
  /** Not wanted: no radio is configured, or the daemon ends. */
  OFF,
  /** The radio, the supplicant or the bus is away. */
  RADIO_AWAY,
  /** Choosing addresses, naming the device, asking what the supplicant remembers. */
  LOOKING_UP,
  /** The group is being made, or its address set. */
  MAKING,
  /** The group stands and is listened on. */
  STANDING,
  /** Waiting after a failure, before it is tried again. */
  RESTING
}
