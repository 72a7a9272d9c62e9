package org.officeos.hal.p2p;

/**
 * One thing that preflight found.
 *
 * @param reason which of the closed list
 * @param grade whether it keeps Wi-Fi Direct from working
 * @param detail what was found, with the radio, its driver and its modes where it is about one
 * @param fix what the person can do
 */
public record PreflightFinding(P2pReason reason, Grade grade, String detail, String fix) {

  /** Whether it matters. */
  public enum Grade {
    /** Wi-Fi Direct cannot work like this. */
    BLOCKS,
    /** It may work; this is worth knowing when it does not. */
    WARNS
  }

  /** Whether Wi-Fi Direct cannot work like this. */
  public boolean blocks() {
    return grade == Grade.BLOCKS;
  }

  /** One line: the reason, what was found, what to do. */
  @Override
  public String toString() {
    return reason + ": " + reason.cause() + " (" + detail + "); " + fix;
  }
}
