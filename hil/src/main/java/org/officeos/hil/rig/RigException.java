package org.officeos.hil.rig;

/** Why the rig could not do what a scenario asked, out of a closed list. */
public final class RigException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** This machine cannot carry this rig; the detail says what is missing. */
    NOT_POSSIBLE_HERE,
    /** A program could not be started. */
    NOT_STARTED,
    /** A program or an expected line did not come in time. */
    TIMED_OUT,
    /** A program ended before the expected line came. */
    ENDED_EARLY,
    /** There is no such file on the device. */
    NO_SUCH_FILE,
    /** A device does not answer at the address and port it should have. */
    NOT_REACHABLE,
    /** A device's key was never written down here, so it may be any device. */
    HOST_KEY_UNKNOWN,
    /** A device has another key than the one that was written down. */
    HOST_KEY_CHANGED,
    /** A device does not let this key in. */
    KEY_REFUSED,
    /** The connection to a device ended before the program there did. */
    CONNECTION_LOST,
    /** Files or commands of the rig itself failed. */
    BROKEN;
  }

  private final Reason reason;

  /** An exception that says why. */
  public RigException(Reason reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
  }

  /** The same, with what lay behind it. */
  public RigException(Reason reason, String detail, Throwable cause) {
    super(reason + ": " + detail, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
