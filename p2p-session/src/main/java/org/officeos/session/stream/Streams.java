package org.officeos.session.stream;

import org.officeos.session.SessionException;

/** One role's half of the multiplexer. Confined to the session's I/O thread. */
interface Streams {

  /** Takes a frame that this role may receive, and that concerns streams. */
  void onFrame(FrameType type, FrameCursor body) throws SessionException;

  /**
   * Writes the next frame that may be sent now.
   *
   * @param out room for a record's whole plaintext
   * @return the frame's length, or 0 when there is none
   */
  int poll(byte[] out) throws SessionException;

  /** Whether any exchange is open. */
  boolean anyOpen();

  /** Ends every exchange; the session is over. */
  void end(SessionException.Reason reason);
}
