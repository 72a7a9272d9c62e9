package org.officeos.handheld.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.officeos.handheld.link.LinkException;
import org.officeos.handheld.link.LinkProvider;
import org.officeos.session.EstablishedLink;
import org.officeos.session.Session;
import org.officeos.session.SessionEndpoint;
import org.officeos.session.SessionException;
import org.officeos.session.WireCount;
import org.officeos.session.relationship.RelationshipId;

/** Keeps one session for all requests of a client, and opens it anew after it ended. */
final class SessionKeeper {

  private static final Duration OPEN_TIMEOUT = Duration.ofSeconds(20);

  private final SessionEndpoint endpoint;
  private final LinkProvider links;
  private final RelationshipId relationship;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Session kept;
  private boolean closed;

  /** A session, and what it took to open it where it was opened for this caller. */
  record Opened(Session session, long connectMicros, long handshakeMicros, WireCount handshake) {}

  SessionKeeper(
      SessionEndpoint endpoint,
      LinkProvider links,
      RelationshipId relationship,
      LongSupplier nanos) {
    this.endpoint = endpoint;
    this.links = links;
    this.relationship = relationship;
    this.nanos = nanos;
  }

  /** The session that stands, or a new one; one thread opens while the others wait. */
  Opened open() throws OfficeException, InterruptedException {
    lock.lockInterruptibly();
    try {
      if (closed) {
        throw OfficeException.of(Reason.CLIENT_CLOSED);
      }
      Session standing = kept;
      if (standing != null && !standing.ended().isDone()) {
        return new Opened(standing, 0, 0, new WireCount(0, 0, 0, 0));
      }
      Opened opened = openNow();
      kept = opened.session();
      return opened;
    } finally {
      lock.unlock();
    }
  }

  /** Closes the session that stands, properly. */
  void close() {
    lock.lock();
    try {
      closed = true;
      if (kept != null) {
        kept.close();
      }
    } finally {
      lock.unlock();
    }
  }

  private Opened openNow() throws OfficeException, InterruptedException {
    long start = nanos.getAsLong();
    CompletableFuture<Void> ahead = endpoint.prepare(relationship);
    EstablishedLink link = connect();
    long connected = nanos.getAsLong();
    ahead.handle((done, toldByOpenToo) -> true).join();
    Session session = await(endpoint.open(link, relationship));
    long opened = nanos.getAsLong();
    return new Opened(
        session, (connected - start) / 1000, (opened - connected) / 1000, session.wire());
  }

  private EstablishedLink connect() throws OfficeException, InterruptedException {
    try {
      return links.connect(links.patience());
    } catch (LinkException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw LinkReasons.of(e);
    }
  }

  /** Waits for the session's own future; a session that comes after we gave up is closed. */
  static <T> T await(CompletableFuture<T> future) throws OfficeException, InterruptedException {
    try {
      return future.get(OPEN_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    } catch (TimeoutException e) {
      closeIfItComes(future);
      throw OfficeException.of(Reason.NO_ANSWER, "", e);
    } catch (InterruptedException e) {
      closeIfItComes(future);
      throw e;
    }
  }

  static OfficeException unwrapped(@Nullable Throwable cause) {
    Throwable inner = cause;
    while (inner instanceof CompletionException && inner.getCause() != null) {
      inner = inner.getCause();
    }
    if (inner instanceof SessionException session) {
      return OfficeException.of(session);
    }
    return OfficeException.of(
        Reason.INTERNAL, String.valueOf(inner), inner == null ? new AssertionError() : inner);
  }

  private static <T> void closeIfItComes(CompletableFuture<T> future) {
    CompletableFuture<Void> unused =
        future.thenAccept(
            late -> {
              if (late instanceof Session session) {
                session.close();
              }
            });
  }
}
