package org.officeos.bench.tls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.officeos.bench.net.Acceptor;
import org.officeos.bench.net.AnswerClient;
import org.officeos.bench.net.AnswerServer;
import org.officeos.bench.net.Loops;

class TlsPairTest {

  @Test
  void speaksTls13WithTheOneSuiteAndNeverResumes() throws Exception {
    TlsPair tls = new TlsPair(new SecureRandom());
    byte[] body = new byte[300_000];
    new SecureRandom().nextBytes(body);
    try (Loops loops = new Loops();
        Acceptor acceptor =
            new Acceptor(
                (socket, at) ->
                    loops.adoptServer(
                        socket, tls.serverHandler(), new AnswerServer(5, body, () -> {})))) {
      for (int round = 1; round <= 3; round++) {
        AnswerClient client = new AnswerClient();
        SslHandler handler = tls.clientHandler();
        Channel channel = loops.adoptClient(acceptor.connect(), handler, client);
        assertArrayEquals(
            body,
            client.ask(channel, "hello".getBytes(UTF_8), body.length).get(30, TimeUnit.SECONDS));
        assertEquals("TLSv1.3", handler.engine().getSession().getProtocol());
        assertEquals(TlsPair.SUITE, handler.engine().getSession().getCipherSuite());
        assertEquals(round, tls.fullHandshakes());
        channel.close().sync();
      }
    }
  }
}
