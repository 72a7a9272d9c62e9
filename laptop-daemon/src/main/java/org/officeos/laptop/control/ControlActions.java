package org.officeos.laptop.control;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the daemon does when it is asked over the control socket. */
public interface ControlActions {

  /**
   * Answers one request on the connection's own thread, and may block. Writes events as they come;
   * the server writes {@code {"event":"done"}} afterwards, or the error that is thrown here.
   *
   * @param request the first line
   * @param line for events, and for further lines from the other end
   */
  void answer(ObjectNode request, LineChannel line) throws ControlException, InterruptedException;
}
