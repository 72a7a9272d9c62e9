package org.officeos.hil.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.officeos.session.EndpointConfig;
import org.officeos.session.EndpointEvents;
import org.officeos.session.EstablishedLink;
import org.officeos.session.PairingOffer;
import org.officeos.session.ReceivedInstruction;
import org.officeos.session.Responder;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.netty.SessionEndpoints;
import org.officeos.session.relationship.FileRelationshipStore;
import org.officeos.session.relationship.StoreException;

/**
 * The laptop's end of the session, in its namespace: answers with as many bytes as it is asked for,
 * the first eight of them the time at which it had the instruction.
 */
final class LaptopEnd {

  private final SecureRandom random = new SecureRandom();
  private final byte[] body = new byte[HandheldEnd.ANSWER];
  private final SessionEndpoint endpoint;

  private LaptopEnd(Path store) throws StoreException {
    new SplittableRandom(1).nextBytes(body);
    endpoint =
        SessionEndpoints.create(
            EndpointConfig.laptop(
                FileRelationshipStore.open(store, InstantSource.system(), random),
                this::answer,
                EndpointEvents.NONE));
  }

  /** Its host's name and its store's folder; then lines. */
  public static void main(String[] arguments) throws Exception {
    LaptopEnd end = new LaptopEnd(Path.of(arguments[1]));
    EndLoop.run(end::on);
  }

  private List<Double> on(String[] words) throws Exception {
    switch (words[0]) {
      case "crypto" -> new BareCrypto().millis(Integer.parseInt(words[1]));
      case "listen" -> listen(words[1]);
      case "pair" ->
          endpoint.openPairing(
              code -> CompletableFuture.completedFuture(true),
              new PairingOffer("lab laptop", PairingOffer.DEFAULT_LIFETIME));
      default -> throw new IllegalArgumentException(words[0]);
    }
    return List.of();
  }

  private void listen(String address) throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(address, EstablishedLink.DEFAULT_PORT));
    Thread accepting = new Thread(() -> accept(listener), "accepting");
    accepting.setDaemon(true);
    accepting.start();
  }

  private void accept(ServerSocketChannel listener) {
    try {
      while (true) {
        SocketChannel socket = listener.accept();
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        endpoint.accept(new EstablishedLink(socket, EstablishedLink.Medium.WIFI_DIRECT, "p2p"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(ReceivedInstruction received, Responder responder) {
    long now = System.nanoTime();
    int wanted =
        Math.toIntExact(received.instruction().number(Field.ANSWER_SIZE).orElse(Long.BYTES));
    byte[] answer = wanted == body.length ? body : new byte[wanted];
    if (wanted != body.length) {
      random.nextBytes(answer);
    }
    ByteBuffer.wrap(answer).putLong(now);
    responder.complete(Response.of(ResultCode.OK), answer);
  }
}
