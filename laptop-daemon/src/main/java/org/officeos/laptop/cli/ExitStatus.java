package org.officeos.laptop.cli;

/** How the command ends; documented in its help. */
enum ExitStatus {
  /** Done. */
  OK(0),
  /** Refused, or failed for a reason that the message names. */
  REFUSED(1),
  /** No daemon answers. */
  UNREACHABLE(2),
  /** Arguments that mean nothing. */
  USAGE(64),
  /** A fault of this program. */
  FAULT(70),
  /** The configuration is not taken. */
  CONFIGURATION(78);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
