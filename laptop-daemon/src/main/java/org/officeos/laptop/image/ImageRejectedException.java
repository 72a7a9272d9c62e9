package org.officeos.laptop.image;

/** Why a picture is not taken, out of a closed list. */
public final class ImageRejectedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** No known format's first bytes. */
    UNKNOWN_FORMAT,
    /** More pixels than allowed; nothing was decoded. */
    TOO_MANY_PIXELS,
    /** More bytes than allowed. */
    TOO_MANY_BYTES,
    /** The file ends before its header, or its picture, does. */
    TRUNCATED,
    /** The file is of another type than claimed. */
    LYING_TYPE,
    /** More than one frame. */
    ANIMATED,
    /** The format is known, but this picture cannot be decoded here. */
    UNDECODABLE
  }

  private final Reason reason;

  /** A reason with a sentence for people: cause and next step; nothing of the picture's content. */
  public ImageRejectedException(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  /** The same, with what lay behind it. */
  public ImageRejectedException(Reason reason, String detail, Throwable cause) {
    super(detail, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
