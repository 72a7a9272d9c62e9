package org.officeos.hil.timeline;

/** Bytes that no capture of the lab has, out of a closed list. */
final class CaptureException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  enum Reason {
    /** It does not begin as a capture does. */
    NOT_A_CAPTURE("not a capture"),
    /** A version of the format other than 2.4. */
    UNKNOWN_VERSION("a version that nobody writes"),
    /** Frames of something else than Wi-Fi. */
    UNKNOWN_LINK_TYPE("not frames of Wi-Fi"),
    /** A frame that is longer than any capture writes. */
    FRAME_TOO_LONG("a frame that is too long"),
    /** A part of a second that is not less than a second. */
    TIME_OUT_OF_RANGE("a time that does not exist"),
    /** More frames than are read of one capture. */
    TOO_MANY_FRAMES("more frames than are read");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private final Reason reason;
  private final long offset;

  /**
   * An exception that says what is wrong and where.
   *
   * @param offset bytes from the beginning of the file
   */
  CaptureException(Reason reason, long offset) {
    super(reason.words() + ", at byte " + offset);
    this.reason = reason;
    this.offset = offset;
  }

  Reason reason() {
    return reason;
  }

  long offset() {
    return offset;
  }
}
