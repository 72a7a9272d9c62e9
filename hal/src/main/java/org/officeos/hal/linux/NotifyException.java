package org.officeos.hal.linux;

/** Why the service manager could not be told, out of a closed list. */
public final class NotifyException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** {@code NOTIFY_SOCKET} is neither an absolute path nor an abstract name. */
    BAD_ADDRESS,
    /** {@code NOTIFY_SOCKET} does not fit a local address of 108 bytes. */
    ADDRESS_TOO_LONG,
    /** {@code WATCHDOG_USEC} is not a positive number of microseconds. */
    BAD_WATCHDOG,
    /** No C library could be loaded. */
    NO_LIBRARY,
    /** The kernel gave no socket. */
    NO_SOCKET,
    /** Nobody listens at the address. */
    NOBODY_LISTENS,
    /** The kernel refused the datagram. */
    NOT_SENT;
  }

  private final Reason reason;

  /** An exception that says why, with the observed value for people. */
  public NotifyException(Reason reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
  }

  /** The same, with what lay behind it. */
  public NotifyException(Reason reason, String detail, Throwable cause) {
    super(reason + ": " + detail, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
