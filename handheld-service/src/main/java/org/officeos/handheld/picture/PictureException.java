package org.officeos.handheld.picture;

/** Bytes that are no picture this device will open. */
public final class PictureException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** Neither PNG nor JPEG. */
    NOT_A_PICTURE,
    /** The bytes end before the picture does. */
    TRUNCATED,
    /** A form that the format's specification does not allow, or damaged bytes. */
    MALFORMED,
    /** More pixels than {@link PictureHeader#MAX_PIXELS}, or none. */
    TOO_MANY_PIXELS,
    /** More bytes than {@link PictureHeader#MAX_BYTES}. */
    TOO_MANY_BYTES
  }

  private final Reason reason;

  /** An exception that says why. */
  public PictureException(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  /** The same, with what lay behind it. */
  public PictureException(Reason reason, Throwable cause) {
    super(reason.name(), cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
