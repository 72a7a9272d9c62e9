package org.officeos.session.relationship;

import java.nio.file.Path;

/** Why the relationship store could not do as asked. What was stored before is still stored. */
public final class StoreException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of causes. */
  public enum Reason {
    /** The folder or a file can be read or written by others; the message names the mode to set. */
    OPEN_TO_OTHERS,
    /** The folder or a file belongs to another user. */
    WRONG_OWNER,
    /** Written by a newer version of this program. */
    NEWER_VERSION,
    /** A file's bytes are not what was written; the file is left as it is. */
    DAMAGED,
    /** No space is left on the device; nothing changed. */
    DISK_FULL,
    /** There is no relationship of that id. */
    UNKNOWN,
    /** A relationship of that id is there already. */
    ALREADY_THERE,
    /** Another process held the store's lock for too long. */
    LOCKED,
    /** The operating system refused for another reason, which the cause names. */
    IO
  }

  private final Reason reason;

  /** An exception that names the reason, the place and the next step. */
  public StoreException(Reason reason, Path where, String nextStep) {
    super(reason + " at " + where + ": " + nextStep);
    this.reason = reason;
  }

  /** The same, with the operating system's own word. */
  public StoreException(Reason reason, Path where, String nextStep, Throwable cause) {
    super(reason + " at " + where + ": " + nextStep, cause);
    this.reason = reason;
  }

  /** The cause, out of the closed list. */
  public Reason reason() {
    return reason;
  }
}
