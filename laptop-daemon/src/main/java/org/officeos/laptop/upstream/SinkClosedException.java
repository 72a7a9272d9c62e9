package org.officeos.laptop.upstream;

/** Nobody listens to the text any more, so the service should stop writing. */
public final class SinkClosedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** With what lay behind it, such as the session's end. */
  public SinkClosedException(Throwable cause) {
    super("nobody listens any more", cause);
  }
}
