package org.officeos.hal.p2p;

/**
 * How far one comes on the way to wpa_supplicant over the message bus. Each step past the first
 * means that those before it were passed.
 *
 * @param step where the way ends
 * @param detail what was seen there, for a person; may be empty
 */
public record PreflightBus(Step step, String detail) {

  /** Steps, in the order of the way. */
  public enum Step {
    /** Nobody has looked. Preflight never passes like this. */
    NOT_LOOKED_AT,
    /** No message bus answers. */
    NO_BUS,
    /** The bus, or its policy, refuses this user. */
    DENIED,
    /** wpa_supplicant is not on the bus. */
    NO_SUPPLICANT,
    /** wpa_supplicant lacks members that are relied on. */
    TOO_OLD,
    /** wpa_supplicant was built without P2P. */
    WITHOUT_P2P,
    /** All is there. */
    READY
  }

  /** Before anybody has looked. */
  public static final PreflightBus NOT_LOOKED_AT = new PreflightBus(Step.NOT_LOOKED_AT, "");
}
