package org.officeos.session;

/** What the laptop does with instructions. */
public interface InstructionHandler {

  /**
   * One decoded instruction whose signature was verified. Runs on an I/O thread and must not block:
   * hand the work to another thread and answer through {@code responder}.
   */
  void onInstruction(ReceivedInstruction received, Responder responder);
}
