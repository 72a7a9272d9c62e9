package org.officeos.laptop.control;

/** Why a conversation over the control socket failed. */
public final class ControlException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** No daemon answers at the socket. */
    UNREACHABLE,
    /** The socket's path is longer than the operating system allows. */
    PATH_TOO_LONG,
    /** A line of more than {@link LineChannel#MAX_LINE} bytes. */
    LINE_TOO_LONG,
    /** A line that is not one JSON object in UTF-8. */
    MALFORMED,
    /** A request that the daemon does not know, or whose members are not what it takes. */
    BAD_REQUEST,
    /** The other end closed before it had said its last word. */
    CLOSED,
    /** A pairing window is open already, or too many commands run at once. */
    BUSY,
    /** The daemon refused; the message says why. */
    REFUSED,
    /** The operating system refused for another reason, which the cause names. */
    IO
  }

  private final Reason reason;

  /** A reason with cause and next step. */
  public ControlException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** The same, with what lay behind it. */
  public ControlException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
