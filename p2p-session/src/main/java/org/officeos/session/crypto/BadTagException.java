package org.officeos.session.crypto;

/**
 * A sealed message that does not authenticate: forged, damaged, cut short, replayed under another
 * counter, or sealed under another key. Which of these cannot be known. Carries no stack trace,
 * since whoever floods a device with forgeries decides how often it is made.
 */
public final class BadTagException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The one thing there is to say. */
  public BadTagException() {
    super("the message does not authenticate", null, false, false);
  }
}
