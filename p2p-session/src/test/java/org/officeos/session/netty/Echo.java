package org.officeos.session.netty;

import java.util.Arrays;
import org.officeos.session.ReceivedInstruction;
import org.officeos.session.Responder;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;

/** Answers an ECHO with its data, cut or padded to the size asked for. */
final class Echo {

  private Echo() {}

  static void answer(ReceivedInstruction received, Responder responder) {
    byte[] data = received.instruction().bytes(Field.DATA).orElse(new byte[0]);
    int size = (int) received.instruction().number(Field.ANSWER_SIZE).orElse(data.length);
    responder.complete(Response.of(ResultCode.OK), Arrays.copyOf(data, size));
  }
}
