package org.officeos.hal.report;

/** A file of waivers that cannot be used. */
public final class WaiverException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The closed list of reasons. */
  public enum Reason {
    /** The file cannot be read. */
    UNREADABLE("the file cannot be read"),
    /** The first word is no id of the table. */
    UNKNOWN_ID("no such id"),
    /** The second word is no date such as 2026-12-31. */
    NO_DATE("the second word must be a date, such as 2026-12-31"),
    /** Nothing stands behind the date. */
    NO_REASON("behind the date, a reason must stand");

    private final String text;

    Reason(String text) {
      this.text = text;
    }
  }

  private final Reason reason;

  /**
   * An exception that says where and why.
   *
   * @param line 1 and more; 0 for the file as a whole
   */
  public WaiverException(Reason reason, int line) {
    super((line > 0 ? "line " + line + ": " : "") + reason.text);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
