package org.officeos.handheld.cli;

/** What was asked is no request; the message says what would be. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  /** Something that refuses wrong arguments when it is made. */
  interface Made<T> {
    T make();
  }

  /** What was made, or the refusal as a complaint about the command line. */
  static <T> T unless(Made<T> made) {
    try {
      return made.make();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
