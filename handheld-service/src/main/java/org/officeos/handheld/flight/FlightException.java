package org.officeos.handheld.flight;

/** Why a running request cannot be shown to, or found by, other commands. */
public final class FlightException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** The state folder's path is too long for a Unix-domain socket (108 bytes, unix(7)). */
    PATH_TOO_LONG,
    /** The folder or the socket cannot be made, read or written. */
    IO
  }

  private final Reason reason;

  /** An exception that says why, with the operating system's own word. */
  public FlightException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
