package org.officeos.hal.json;

/** Text that is not the JSON we take, and where. */
public final class JsonException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** The text ends within a value. */
    TRUNCATED,
    /** A character that may not stand there. */
    UNEXPECTED,
    /** Something follows the value. */
    TRAILING,
    /** A member's name stands twice in one object. */
    DUPLICATE,
    /** Nested deeper than {@link JsonReader#MAX_DEPTH}. */
    TOO_DEEP,
    /** Longer than {@link JsonReader#MAX_CHARS}. */
    TOO_LONG
  }

  private final Reason reason;

  /** An exception that says why and where. */
  public JsonException(Reason reason, int offset) {
    super(reason + " at character " + offset);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
