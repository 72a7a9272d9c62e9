package org.officeos.laptop.daemon;

/** Why the daemon did not start. The message names the next step. */
public final class DaemonException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** Another daemon uses the state folder; the message has its process id. */
    ALREADY_RUNNING,
    /** The state folder cannot be made, or is open to others. */
    STATE_FOLDER,
    /** The relationships cannot be read. */
    RELATIONSHIPS,
    /** The audit trail cannot be opened. */
    AUDIT,
    /** A service's settings cannot be used. */
    SERVICE,
    /** The address cannot be listened on. */
    LISTEN,
    /** The control socket cannot be served. */
    CONTROL
  }

  private final Reason reason;

  /** A reason with cause and next step. */
  public DaemonException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** The same, with what lay behind it. */
  public DaemonException(Reason reason, Throwable cause) {
    super(String.valueOf(cause.getMessage()), cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
