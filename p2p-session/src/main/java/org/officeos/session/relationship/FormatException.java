package org.officeos.session.relationship;

/** A file's bytes that are not what this version of the program writes. */
final class FormatException extends Exception {

  private static final long serialVersionUID = 1L;

  private final StoreException.Reason reason;

  private FormatException(StoreException.Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  static FormatException damaged(String detail) {
    return new FormatException(StoreException.Reason.DAMAGED, detail);
  }

  static FormatException newer(String detail) {
    return new FormatException(StoreException.Reason.NEWER_VERSION, detail);
  }

  /** {@code DAMAGED} or {@code NEWER_VERSION}. */
  StoreException.Reason reason() {
    return reason;
  }

  /** What is wrong; names lines of the format, never their values. */
  String detail() {
    String message = getMessage();
    return message == null ? reason.name() : message;
  }
}
