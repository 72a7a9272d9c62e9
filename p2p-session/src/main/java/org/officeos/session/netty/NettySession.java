package org.officeos.session.netty;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.officeos.session.Exchange;
import org.officeos.session.ResponseListener;
import org.officeos.session.Session;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.WireCount;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.InstructionCodec;
import org.officeos.session.bytecode.RejectedException;
import org.officeos.session.record.RecordFormat;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.stream.InitiatorStreams;
import org.officeos.session.stream.KeyAge;
import org.officeos.session.stream.RenewalMessages;
import org.officeos.session.stream.SessionCore;
import org.officeos.session.stream.SessionKeys;
import org.officeos.session.stream.SessionListener;
import org.officeos.session.stream.Sessions;
import org.officeos.session.stream.Signatures;

/** The handheld's session: callers' threads in, the link's I/O thread underneath. */
@SuppressWarnings("FutureReturnValueIgnored")
final class NettySession implements Session, SessionListener {

  private final NettyEndpoint endpoint;
  private final LinkHandler link;
  private final Relationship relationship;
  private final Generation generation;
  private final byte[] sessionHash;
  private final InitiatorStreams streams;
  private final InitiatorRenewal renewal;
  private final CompletableFuture<Reason> ended = new CompletableFuture<>();
  private final Object sendLock = new Object();
  private long lastId;
  private volatile long peerAheadMillis;
  private @Nullable SessionCore core;
  private @Nullable CompletableFuture<Void> rekeying;

  NettySession(
      NettyEndpoint endpoint,
      LinkHandler link,
      Relationship relationship,
      Generation generation,
      byte[] sessionHash) {
    this.endpoint = endpoint;
    this.link = link;
    this.relationship = relationship;
    this.generation = generation;
    this.sessionHash = sessionHash;
    this.streams = new InitiatorStreams(relationship.peer(), sessionHash);
    this.renewal = new InitiatorRenewal(endpoint, this, relationship, sessionHash);
  }

  /** On the I/O thread: takes the keys, says FINISHED and is open. */
  void begin(SessionKeys keys, CompletableFuture<Session> opened) throws SessionException {
    long now = System.nanoTime();
    SessionCore made =
        Sessions.initiator(
            keys,
            Handshakes.rekeying(relationship, generation, sessionHash, endpoint.random()),
            KeyAge.STANDARD,
            streams,
            renewal,
            this,
            now);
    core = made;
    link.allowRecords(RecordFormat.MAX_BODY);
    long deadline = now + Duration.ofSeconds(HandshakeGate.SECONDS_EACH).toNanos();
    link.become(new SessionPhase(link, made, now, deadline, () -> {}, this::onEnded));
    endpoint.opened(this, generation);
    opened.complete(this);
    endpoint.pump(link, made);
  }

  @Override
  public Relationship relationship() {
    return relationship;
  }

  @Override
  public Instant peerTime() {
    return endpoint.now().plusMillis(peerAheadMillis);
  }

  @Override
  public WireCount wire() {
    return link.counter().snapshot();
  }

  @Override
  public Exchange send(Instruction instruction, ResponseListener listener) {
    byte[] content;
    try {
      content = InstructionCodec.encode(instruction);
    } catch (RejectedException e) {
      throw new IllegalArgumentException("not an instruction: " + e.getMessage(), e);
    }
    boolean receipt = instruction.has(Field.RECEIPT);
    synchronized (sendLock) {
      long id = ++lastId;
      byte[] signature = endpoint.identity().sign(Signatures.instruction(sessionHash, id, content));
      NettyExchange exchange = new NettyExchange(this, id, content.length);
      onCore(() -> streams.send(id, content, signature, listener, exchange, receipt), exchange);
      return exchange;
    }
  }

  void cancel(long id) {
    link.run(
        () -> {
          streams.cancel(id);
          pump();
        });
  }

  void grant(long id, int bytes) {
    link.run(
        () -> {
          streams.grant(id, bytes);
          pump();
        });
  }

  @Override
  public CompletableFuture<Relationship> renew(Duration lifetime) {
    CompletableFuture<Relationship> result = new CompletableFuture<>();
    failWhenEnded(result);
    link.run(() -> renewal.offer(lifetime, result));
    return result;
  }

  @Override
  public CompletableFuture<Void> revoke() {
    CompletableFuture<Void> told = new CompletableFuture<>();
    ended.thenAccept(reason -> told.complete(null));
    link.run(
        () -> {
          sendControl(RenewalMessages.revocation(relationship, endpoint.identity(), sessionHash));
          link.end(new SessionException(Reason.REVOKED_HERE));
        });
    return told;
  }

  @Override
  public CompletableFuture<Void> rekey() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    failWhenEnded(done);
    link.run(
        () -> {
          rekeying = done;
          live().startRekey();
          pump();
        });
    return done;
  }

  @Override
  public CompletableFuture<Reason> ended() {
    return ended.copy();
  }

  @Override
  public void close() {
    link.run(() -> link.end(new SessionException(Reason.CLOSED_HERE)));
  }

  @Override
  public void onProved() {
    throw new IllegalStateException("only a responder is proved to");
  }

  @Override
  public void onWelcome(long peerMillis) {
    peerAheadMillis = peerMillis - endpoint.now().toEpochMilli();
  }

  @Override
  public void onRekeyed() {
    if (rekeying != null) {
      rekeying.complete(null);
      rekeying = null;
    }
  }

  /** On the I/O thread: queues a frame and sends what can be sent. */
  void sendControl(byte[] frame) throws SessionException {
    live().sendControl(frame);
    pump();
  }

  /** On any thread: the same, on the I/O thread. */
  void runOnLink(LinkHandler.Step step) {
    link.run(step);
  }

  private void onCore(LinkHandler.Step step, NettyExchange exchange) {
    link.run(
        () -> {
          step.run();
          pump();
        },
        () -> exchange.onFailure(new SessionException(ended.getNow(Reason.CLOSED_HERE))));
  }

  private void failWhenEnded(CompletableFuture<?> future) {
    ended.thenAccept(reason -> future.completeExceptionally(new SessionException(reason)));
  }

  private void pump() throws SessionException {
    endpoint.pump(link, live());
  }

  private SessionCore live() {
    if (core == null) {
      throw new IllegalStateException("the session has not begun");
    }
    return core;
  }

  private void onEnded(SessionException reason) {
    endpoint.ended(this, relationship.id(), reason.reason());
    ended.complete(reason.reason());
  }
}
