package org.officeos.session.netty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.officeos.session.Exchange;
import org.officeos.session.ResponseListener;
import org.officeos.session.Session;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;

/** A listener may send from inside its callback; what it is being told stays what it was. */
final class ReentrantListenerTest {

  private static final int SIZE = 300_000;

  private final Loopback loopback = new Loopback();

  @AfterEach
  void close() throws Exception {
    loopback.close();
  }

  @Test
  void sendsFromInsideItsCallbackAndThenReadsOn() throws Exception {
    byte[] body = new byte[SIZE];
    new Random(7).nextBytes(body);
    loopback.handler =
        (received, responder) ->
            responder.complete(
                Response.of(ResultCode.OK),
                received.instruction().opcode() == Opcode.ECHO ? new byte[0] : body);
    Session session = loopback.open(loopback.pair().id());
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    ResponseListener listener =
        new ResponseListener() {
          @Override
          public boolean consumesBody() {
            return true;
          }

          @Override
          public void onData(byte[] data, int offset, int length) {
            Exchange nested =
                session.send(
                    Instruction.of(Opcode.ECHO).with(Field.DATA, new byte[500]),
                    ResponseListener.COLLECT);
            nested.cancel();
            heard.write(data, offset, length);
          }
        };
    Exchange exchange = session.send(Instruction.of(Opcode.STATUS), listener);
    assertEquals(ResultCode.OK, exchange.response().get(20, TimeUnit.SECONDS).response().result());
    assertArrayEquals(body, heard.toByteArray());
  }
}
