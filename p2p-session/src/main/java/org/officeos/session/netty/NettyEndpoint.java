package org.officeos.session.netty;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.officeos.session.EndpointConfig;
import org.officeos.session.EndpointEvents;
import org.officeos.session.EstablishedLink;
import org.officeos.session.PairingDialog;
import org.officeos.session.PairingOffer;
import org.officeos.session.PairingWindow;
import org.officeos.session.ReceivedInstruction;
import org.officeos.session.Responder;
import org.officeos.session.Session;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.crypto.Aeads;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.Role;
import org.officeos.session.relationship.StoreException;
import org.officeos.session.stream.SessionCore;

/** Both roles' endpoint: owns the threads, the gate and the sessions; the rest is in the phases. */
@SuppressWarnings("FutureReturnValueIgnored")
final class NettyEndpoint implements SessionEndpoint {

  private static final int MAX_SESSIONS_EACH = 8;
  private static final int GOODBYE_SECONDS = 2;

  private final EndpointConfig config;
  private final EventLoopGroup group;
  private final StoreThread store;
  private final Directory directory = new Directory();
  private final HandshakeGate<LinkHandler> gate = new HandshakeGate<>();
  private final Set<ResponderSession> accepted = ConcurrentHashMap.newKeySet();
  private final Set<NettySession> opened = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable NettyPairingWindow> window = new AtomicReference<>();
  private final Map<RelationshipId, Opening> prepared = new ConcurrentHashMap<>();
  private volatile boolean closed;

  NettyEndpoint(EndpointConfig config) {
    this.config = config;
    this.group =
        new MultiThreadIoEventLoopGroup(
            config.ioThreads(),
            new DefaultThreadFactory("session-io", true),
            NioIoHandler.newFactory());
    this.store = new StoreThread(config.store());
    Aeads.choice();
    CompletableFuture<Void> loaded = new CompletableFuture<>();
    store.run(
        files -> {
          Expiry.sweep(files, now());
          directory.reload(files);
          loaded.complete(null);
        },
        loaded::completeExceptionally);
    loaded.join();
    group.scheduleAtFixedRate(this::sweep, 1, 1, TimeUnit.HOURS);
  }

  private void sweep() {
    store.run(
        files -> {
          Expiry.sweep(files, now());
          directory.reload(files);
        },
        failure -> {});
  }

  @Override
  public CompletableFuture<Void> prepare(RelationshipId id) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    store.run(
        files -> {
          prepared.put(id, Opening.prepare(id, files, now(), random()));
          done.complete(null);
        },
        done::completeExceptionally);
    return done;
  }

  private Opening opening(RelationshipId id, RelationshipStore files)
      throws StoreException, SessionException {
    Opening ready = prepared.remove(id);
    return ready != null && ready.stillFits(files, now())
        ? ready
        : Opening.prepare(id, files, now(), random());
  }

  @Override
  public CompletableFuture<Session> open(EstablishedLink link, RelationshipId id) {
    CompletableFuture<Session> result = new CompletableFuture<>();
    Consumer<SessionException> refuse =
        reason -> {
          Links.closeQuietly(link);
          result.completeExceptionally(reason);
        };
    store.run(
        files -> {
          Opening opening = opening(id, files);
          Links.register(
              group, link, handler -> new InitiatorOpening(this, handler, opening, result), refuse);
        },
        refuse);
    return result;
  }

  @Override
  public CompletableFuture<Relationship> pair(
      EstablishedLink link, PairingDialog dialog, PairingOffer offer) {
    CompletableFuture<Relationship> result = new CompletableFuture<>();
    Links.register(
        group,
        link,
        handler ->
            new PairingPhase(
                this, handler, Role.INITIATOR, dialog, offer, PairingResult.of(result)),
        result::completeExceptionally);
    return result;
  }

  @Override
  public void accept(EstablishedLink link) {
    if (closed) {
      Links.closeQuietly(link);
      return;
    }
    Links.register(
        group,
        link,
        handler -> new StrangerPhase(this, handler, System.nanoTime()),
        failure -> events().onLinkRefused(failure.reason()));
  }

  @Override
  public PairingWindow openPairing(PairingDialog dialog, PairingOffer offer) {
    NettyPairingWindow made = new NettyPairingWindow(this, dialog, offer);
    if (!window.compareAndSet(null, made)) {
      throw new IllegalStateException("a pairing window is open already");
    }
    group.schedule(
        () -> made.shut(Reason.WINDOW_CLOSED), PairingWindow.MAX_SECONDS, TimeUnit.SECONDS);
    return made;
  }

  @Override
  public void dropSessions(RelationshipId relationship, boolean revoked) {
    if (revoked) {
      directory.remove(relationship);
    }
    store.run(directory::reload, failure -> {});
    for (ResponderSession session : accepted) {
      if (session.relationship().id().equals(relationship)) {
        if (revoked) {
          session.revoke();
        } else {
          session.end(Reason.CLOSED_HERE);
        }
      }
    }
  }

  @Override
  public int sessionCount() {
    return accepted.size() + opened.size();
  }

  @Override
  public void close() {
    closed = true;
    NettyPairingWindow open = window.get();
    if (open != null) {
      open.close();
    }
    accepted.forEach(session -> session.end(Reason.SHUTTING_DOWN));
    opened.forEach(NettySession::close);
    awaitGoodbyes();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    store.close();
    prepared.values().forEach(opening -> opening.handshake().abort());
  }

  /** The I/O threads drop every channel when they stop, so the goodbyes go first. */
  private void awaitGoodbyes() {
    Stream<CompletableFuture<?>> here = accepted.stream().map(ResponderSession::gone);
    Stream<CompletableFuture<?>> there = opened.stream().map(NettySession::ended);
    CompletableFuture.allOf(Stream.concat(here, there).toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, GOODBYE_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  SecureRandom random() {
    return config.random();
  }

  Instant now() {
    return config.clock().instant();
  }

  EndpointEvents events() {
    return config.events();
  }

  IdentityKey identity() {
    return config.store().identity();
  }

  Directory directory() {
    return directory;
  }

  HandshakeGate<LinkHandler> gate() {
    return gate;
  }

  @Nullable NettyPairingWindow openWindow() {
    return window.get();
  }

  void windowShut(NettyPairingWindow shut) {
    window.compareAndSet(shut, null);
  }

  /** A stranger's link is up: it may begin, or must go. */
  void admit(LinkHandler newcomer) throws SessionException {
    HandshakeGate.Verdict<LinkHandler> verdict = gate.arrive(newcomer, System.nanoTime());
    LinkHandler evicted = verdict.evicted();
    if (evicted != null) {
      evicted.run(() -> evicted.end(new SessionException(Reason.BUSY, "a newcomer")));
    }
    if (!verdict.admitted()) {
      throw new SessionException(Reason.BUSY, "handshakes");
    }
  }

  void onStore(StoreThread.Step step, Consumer<SessionException> otherwise) {
    store.run(step, otherwise);
  }

  void eraseRevoked(RelationshipId id, EndedPeer.Why why) {
    events().onRevokedByPeer(id);
    store.run(
        files -> {
          files.erase(id, why, now());
          directory.reload(files);
        },
        failure -> {});
  }

  /** Sends what a core has ready. */
  void pump(LinkHandler link, SessionCore core) throws SessionException {
    SessionPhase.pump(link, core);
  }

  void handle(ReceivedInstruction received, Responder responder) {
    config.handler().onInstruction(received, responder);
  }

  /** Responder: a session proved itself. */
  void proved(ResponderSession session, long tagCounter) {
    accepted.add(session);
    dropOldestBeyondLimit(session.relationship().id());
    RelationshipId proven = session.relationship().id();
    events().onSessionOpened(proven, session.generation().number());
    session.link().remote().ifPresent(remote -> events().onSessionFrom(proven, remote));
    store.run(
        files -> record(files, session, tagCounter), failure -> session.end(failure.reason()));
  }

  private void record(RelationshipStore files, ResponderSession session, long tagCounter)
      throws StoreException {
    Relationship proven = session.relationship();
    try {
      directory.put(Promotion.record(files, proven, session.generation(), tagCounter, now()));
    } catch (StoreException e) {
      if (e.reason() != StoreException.Reason.UNKNOWN) {
        throw e;
      }
      session.relationshipGone(Opening.whyGone(proven.id(), files));
    }
  }

  private void dropOldestBeyondLimit(RelationshipId id) {
    List<ResponderSession> same =
        accepted.stream()
            .filter(session -> session.relationship().id().equals(id))
            .sorted(Comparator.comparingLong(ResponderSession::openedAt))
            .toList();
    for (int i = 0; i < same.size() - MAX_SESSIONS_EACH; i++) {
      same.get(i).end(Reason.BUSY);
    }
  }

  /** Initiator: the laptop proved that it holds this generation. */
  void opened(NettySession session, Generation generation) {
    opened.add(session);
    events().onSessionOpened(session.relationship().id(), generation.number());
    store.run(
        files -> Promotion.confirm(files, session.relationship(), generation, now()),
        failure -> {});
  }

  void ended(Object session, RelationshipId id, Reason reason) {
    accepted.remove(session);
    opened.remove(session);
    events().onSessionEnded(id, reason);
  }

  /** The relationship as it is for a session on this generation. */
  static Relationship onGeneration(Relationship relationship, Generation generation) {
    return relationship.current().number() == generation.number()
        ? relationship
        : relationship.promoted();
  }
}
