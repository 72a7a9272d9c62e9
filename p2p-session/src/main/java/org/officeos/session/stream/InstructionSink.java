package org.officeos.session.stream;

import org.officeos.session.ReceivedInstruction;
import org.officeos.session.bytecode.RejectedException;

/** Where a responder's verified instructions go. Called on the session's I/O thread. */
public interface InstructionSink {

  /** One instruction and the stream to answer it on. */
  void onInstruction(ReceivedInstruction received, ResponderStream stream);

  /** The codec rejected an instruction; it was answered already. */
  void onRejected(RejectedException rejection);
}
