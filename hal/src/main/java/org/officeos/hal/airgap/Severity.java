package org.officeos.hal.airgap;

/** How much a way out lets out, from least to most. */
public enum Severity {
  /** Tells that the device is there. */
  LOW,
  /** Lets a little out, or helps another way. */
  MEDIUM,
  /** Lets data out under conditions that are likely to come about. */
  HIGH,
  /** Lets data out as it stands. */
  CRITICAL;

  /** Whether this is as bad as {@code other}, or worse. */
  public boolean atLeast(Severity other) {
    return compareTo(other) >= 0;
  }
}
