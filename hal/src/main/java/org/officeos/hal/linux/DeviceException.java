package org.officeos.hal.linux;

/** Why a device could not be read, out of a closed list. */
public final class DeviceException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** No C library could be loaded. */
    NO_LIBRARY,
    /** There is no such device: the kernel has no driver for it, or it is not loaded. */
    ABSENT,
    /** This user may not open it. */
    DENIED,
    /** It could not be opened or read for another reason. */
    NOT_READ,
    /** It went away while it was read. */
    GONE,
    /** What it gave is not what it gives. */
    MALFORMED
  }

  private final Reason reason;

  /** An exception that says why, with what was seen for people. */
  public DeviceException(Reason reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
  }

  /** The same, with what lay behind it. */
  public DeviceException(Reason reason, String detail, Throwable cause) {
    super(reason + ": " + detail, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
