package org.officeos.hal.airgap;

/** What must hold on the handheld and its laptop, numbered from 1 as in the design. */
public enum Invariant {
  NO_STATION_CALLS(1, "Calls that make a station cannot be written."),
  STATION_DOWN(2, "With P2P-device in the driver, no station interface is ever up."),
  STATION_IDLE(3, "Without it, a station interface finds devices and does nothing else."),
  NOBODY_ELSE(4, "No other program can manage the radio."),
  RADIO_JAIL(5, "The radio lives in a network namespace of its own."),
  ONE_FLOW(6, "On the link, one thing moves: TCP to the paired laptop's session port."),
  NO_SECOND_WAY(7, "Whatever could be a second way out is shut as it appears."),
  FROM_BOOT_ON(8, "It holds from boot on, across restarts, and when its guard dies."),
  LAPTOP_FENCE(9, "On the laptop, the handheld reaches the session port and nothing else.");

  private final int number;
  private final String text;

  Invariant(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /** 1 to 9. */
  public int number() {
    return number;
  }

  /** One sentence. */
  public String text() {
    return text;
  }
}
