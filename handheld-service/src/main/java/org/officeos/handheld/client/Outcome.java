package org.officeos.handheld.client;

/** On whose side a request failed, and so who can act on it. */
public enum Outcome {
  /** The laptop, or a service behind it, refused or failed. */
  REFUSED,
  /** There is no connection, or it was lost. */
  NO_CONNECTION,
  /** Somebody cancelled. */
  CANCELLED,
  /** There is no relationship in force: never paired, expired, revoked. */
  NOT_PAIRED,
  /** This device: its disk, its store, its clock, its radio, what was asked. */
  THIS_DEVICE,
  /** A fault of this program. */
  FAULT
}
