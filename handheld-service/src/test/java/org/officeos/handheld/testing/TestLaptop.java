package org.officeos.handheld.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.officeos.session.EndpointConfig;
import org.officeos.session.EndpointEvents;
import org.officeos.session.EstablishedLink;
import org.officeos.session.PairingOffer;
import org.officeos.session.PairingWindow;
import org.officeos.session.Progress;
import org.officeos.session.ReceivedInstruction;
import org.officeos.session.Responder;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.SessionException;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Meta;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResultCode;
import org.officeos.session.bytecode.Turn;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.netty.SessionEndpoints;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.testing.InMemoryRelationshipStore;

/**
 * A laptop with the real session engine on loopback and answers of its own: pictures of four
 * colours, words one by one. A prompt that begins with {@code slow} is worked on until somebody
 * stops it; {@code cut} loses the connection after the first progress or word.
 */
public final class TestLaptop implements AutoCloseable {

  /** The picture that every request gets. */
  public static final byte[] PICTURE = Pictures.fourColours("png");

  private final SecureRandom random = new SecureRandom();
  private final InMemoryRelationshipStore store =
      new InMemoryRelationshipStore(IdentityKey.generate(random), InstantSource.system());
  private final BlockingQueue<SessionException.Reason> abandoned = new LinkedBlockingQueue<>();
  private final BlockingQueue<RelationshipId> revoked = new LinkedBlockingQueue<>();
  private final List<SocketChannel> accepted = new CopyOnWriteArrayList<>();
  private final ExecutorService workers = Executors.newCachedThreadPool(TestLaptop::daemon);
  private final SessionEndpoint endpoint;
  private final ServerSocketChannel listener;
  private final int port;

  /** A laptop that listens. */
  public TestLaptop() {
    try {
      listener = ServerSocketChannel.open();
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    EndpointEvents events =
        new EndpointEvents() {
          @Override
          public void onRevokedByPeer(RelationshipId relationship) {
            revoked.add(relationship);
          }
        };
    endpoint =
        SessionEndpoints.create(
            new EndpointConfig(
                store, InstantSource.system(), random, this::onInstruction, events, 1));
    workers.execute(this::acceptAll);
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Opens pairing; the person here says {@code consent}. */
  public PairingWindow openPairing(boolean consent) {
    return endpoint.openPairing(
        code -> CompletableFuture.completedFuture(consent),
        new PairingOffer("test laptop", Duration.ofDays(30)));
  }

  /** What is stored here. */
  public InMemoryRelationshipStore store() {
    return store;
  }

  /** Why slow work was stopped, one entry for each. */
  public BlockingQueue<SessionException.Reason> abandoned() {
    return abandoned;
  }

  /** Relationships that the handheld said it revoked. */
  public BlockingQueue<RelationshipId> revoked() {
    return revoked;
  }

  /** Loses every connection without a word. */
  public void cut() {
    for (SocketChannel channel : accepted) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    accepted.clear();
  }

  private void acceptAll() {
    try {
      while (listener.isOpen()) {
        SocketChannel channel = listener.accept();
        accepted.add(channel);
        endpoint.accept(new EstablishedLink(channel, EstablishedLink.Medium.LOOPBACK, "lo"));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void onInstruction(ReceivedInstruction received, Responder responder) {
    workers.execute(() -> answer(received.instruction(), responder));
  }

  private void answer(Instruction instruction, Responder responder) {
    String prompt = prompt(instruction);
    responder.progress(new Progress(250, 5, 20, 1500));
    if (prompt.startsWith("slow")) {
      responder.onAbandoned(abandoned::add);
      return;
    }
    try {
      switch (instruction.opcode()) {
        case GENERATE_IMAGE -> {
          if (prompt.startsWith("cut")) {
            cut();
            return;
          }
          responder.complete(Response.of(ResultCode.OK).with(Meta.SEED, 42), PICTURE);
        }
        case CHAT, COMPLETE -> words(prompt, responder);
        case STATUS ->
            responder.complete(
                Response.of(ResultCode.OK),
                "{\"opcodes\":[\"CHAT\"],\"minute\":{\"left\":9}}"
                    .getBytes(StandardCharsets.UTF_8));
        case ECHO -> responder.complete(Response.of(ResultCode.UNSUPPORTED));
      }
    } catch (SessionException e) {
      abandoned.add(e.reason());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void words(String prompt, Responder responder)
      throws SessionException, InterruptedException {
    for (String word : List.of("You ", "said: ", prompt)) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      responder.write(bytes, 0, bytes.length);
      if (prompt.startsWith("cut")) {
        Thread.sleep(300);
        cut();
        return;
      }
    }
    responder.complete(Response.of(ResultCode.OK).with(Meta.FINISH, "stop"));
  }

  private static String prompt(Instruction instruction) {
    List<Turn> turns = instruction.turns(Field.TURNS);
    return turns.isEmpty()
        ? instruction.text(Field.PROMPT).orElse("")
        : turns.get(turns.size() - 1).text();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "test-laptop");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    endpoint.close();
    workers.shutdownNow();
  }
}
