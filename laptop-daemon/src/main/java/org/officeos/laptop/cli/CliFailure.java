package org.officeos.laptop.cli;

/** A command that cannot go on: what to say, and how to end. */
final class CliFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final ExitStatus status;
  private final String reason;

  /**
   * A failure.
   *
   * @param reason a word for scripts, such as {@code UNKNOWN_DEVICE}
   * @param message cause and next step
   */
  CliFailure(ExitStatus status, String reason, String message) {
    super(message);
    this.status = status;
    this.reason = reason;
  }

  ExitStatus status() {
    return status;
  }

  String reason() {
    return reason;
  }
}
