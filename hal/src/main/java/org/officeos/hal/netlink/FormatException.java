package org.officeos.hal.netlink;

/** Bytes that no honest kernel sends, and where they go wrong. */
public final class FormatException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of what can be wrong. */
  public enum Reason {
    /** Fewer bytes are left than a message's header takes. */
    HEADER_TRUNCATED,
    /** A message's length is smaller than its own header. */
    LENGTH_TOO_SHORT,
    /** A message's length reaches past the datagram. */
    LENGTH_PAST_END,
    /** Fewer bytes are left than an attribute's header takes. */
    ATTRIBUTE_TRUNCATED,
    /** An attribute's length is smaller than its own header. */
    ATTRIBUTE_TOO_SHORT,
    /** An attribute's length reaches past what holds it. */
    ATTRIBUTE_PAST_END,
    /** An attribute, or a fixed part, is not of the size its kind has. */
    WRONG_SIZE,
    /** A text has no zero byte at its end. */
    TEXT_WITHOUT_END,
    /** A text is longer than the kernel allows for its kind. */
    TEXT_TOO_LONG,
    /** An attribute that a message of this kind must have is not there. */
    ATTRIBUTE_MISSING,
    /** More messages, bytes or attributes than any honest answer has. */
    TOO_MANY,
    /** A message of another kind than was to be read. */
    WRONG_KIND,
    /** A number outside of what its field can mean. */
    OUT_OF_RANGE
  }

  private final Reason reason;
  private final int offset;

  /**
   * An exception that says what is wrong and where.
   *
   * @param offset bytes from the beginning of what was being read
   */
  public FormatException(Reason reason, int offset) {
    super(reason + " at byte " + offset);
    this.reason = reason;
    this.offset = offset;
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }

  /** Bytes from the beginning of the datagram, or of the message's payload, to the fault. */
  public int offset() {
    return offset;
  }
}
