package org.officeos.laptop.link;

/** Why the daemon cannot listen. */
public final class LinkException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** Another program listens there already. */
    ADDRESS_IN_USE,
    /** No interface of this machine has that address now. */
    NO_SUCH_ADDRESS,
    /** The operating system refused for another reason, which the cause names. */
    IO
  }

  private final Reason reason;

  /** A reason with the next step. */
  public LinkException(Reason reason, String nextStep, Throwable cause) {
    super(nextStep, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
