package org.officeos.hil.demo;

import org.officeos.hil.drive.Said;

/** The demonstration cannot go on, and why, in a sentence. */
final class DemoException extends Exception {

  private static final long serialVersionUID = 1L;

  DemoException(String sentence) {
    super(sentence);
  }

  /** What a command said, where it ended well. */
  static Said unlessDone(Said said) throws DemoException {
    if (said.exit() != 0) {
      String reason = said.reason().isEmpty() ? "" : " (" + said.reason() + ")";
      throw new DemoException(said.finished().command() + " ended with " + said.exit() + reason);
    }
    return said;
  }
}
