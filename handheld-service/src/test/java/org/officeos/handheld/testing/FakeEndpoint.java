package org.officeos.handheld.testing;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.officeos.session.EstablishedLink;
import org.officeos.session.PairingCode;
import org.officeos.session.PairingDialog;
import org.officeos.session.PairingOffer;
import org.officeos.session.PairingWindow;
import org.officeos.session.Session;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.SessionException;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;

/** A handheld's endpoint whose laptop is the test's own. Strict: what no handheld does, fails. */
public final class FakeEndpoint implements SessionEndpoint {

  private final Deque<SessionException.Reason> failures = new ArrayDeque<>();
  private final List<FakeSession> sessions = new ArrayList<>();
  private Consumer<FakeExchange> laptop =
      exchange -> {
        throw new AssertionError("nothing was expected to be asked");
      };
  private UnaryOperator<FakeSession> preparing = session -> session;
  private RelationshipStore store;
  private Relationship offered;
  private boolean closed;

  /** An endpoint over {@code store}. */
  public FakeEndpoint(RelationshipStore store) {
    this.store = store;
    this.offered = Peers.laptop("nobody", FakeSession.PEER_TIME, Duration.ofDays(1));
  }

  /** The same laptop for the next command, over the store that it opened. */
  public synchronized FakeEndpoint over(RelationshipStore opened) {
    store = opened;
    closed = false;
    return this;
  }

  /** How the laptop answers; called on the session's thread. */
  public synchronized FakeEndpoint answering(Consumer<FakeExchange> behaviour) {
    laptop = behaviour;
    return this;
  }

  /** What is done to each session before it is handed out. */
  public synchronized FakeEndpoint preparing(UnaryOperator<FakeSession> preparation) {
    preparing = preparation;
    return this;
  }

  /** The next openings or pairings that fail, in order; those after them succeed. */
  public synchronized FakeEndpoint failing(SessionException.Reason... reasons) {
    failures.addAll(List.of(reasons));
    return this;
  }

  /** What a pairing that both confirm gives. */
  public synchronized FakeEndpoint offering(Relationship relationship) {
    offered = relationship;
    return this;
  }

  /** Sessions opened so far. */
  public synchronized List<FakeSession> sessions() {
    return List.copyOf(sessions);
  }

  /** Whether the client closed it. */
  public synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized CompletableFuture<Session> open(EstablishedLink link, RelationshipId id) {
    take(link);
    SessionException.Reason failure = failures.poll();
    if (failure != null) {
      return CompletableFuture.failedFuture(new SessionException(failure));
    }
    try {
      Relationship relationship =
          store.find(id).orElseThrow(() -> new AssertionError("unknown relationship"));
      FakeSession session = preparing.apply(new FakeSession(relationship, laptop));
      sessions.add(session);
      return CompletableFuture.completedFuture(session);
    } catch (StoreException e) {
      return CompletableFuture.failedFuture(
          new SessionException(SessionException.Reason.STORE, "store", e));
    }
  }

  @Override
  public synchronized CompletableFuture<Relationship> pair(
      EstablishedLink link, PairingDialog dialog, PairingOffer offer) {
    take(link);
    SessionException.Reason failure = failures.poll();
    if (failure != null) {
      return CompletableFuture.failedFuture(new SessionException(failure));
    }
    return dialog
        .confirm(new PairingCode("482913"))
        .thenCompose(this::pairIf)
        .toCompletableFuture();
  }

  private CompletableFuture<Relationship> pairIf(boolean confirmed) {
    if (!confirmed) {
      return CompletableFuture.failedFuture(
          new SessionException(SessionException.Reason.NOT_CONFIRMED_HERE));
    }
    try {
      store.add(offered);
      return CompletableFuture.completedFuture(offered);
    } catch (StoreException e) {
      return CompletableFuture.failedFuture(
          new SessionException(SessionException.Reason.STORE, "store", e));
    }
  }

  private void take(EstablishedLink link) {
    if (closed) {
      throw new AssertionError("the endpoint was closed");
    }
    try {
      link.channel().close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void accept(EstablishedLink link) {
    throw new AssertionError("a handheld accepts nobody");
  }

  @Override
  public PairingWindow openPairing(PairingDialog dialog, PairingOffer offer) {
    throw new AssertionError("a handheld opens no window");
  }

  @Override
  public void dropSessions(RelationshipId relationship, boolean revoked) {
    throw new AssertionError("a handheld drops nobody");
  }

  @Override
  public synchronized int sessionCount() {
    return (int) sessions.stream().filter(s -> !s.ended().isDone()).count();
  }

  @Override
  public synchronized void close() {
    closed = true;
    sessions.forEach(FakeSession::close);
  }
}
