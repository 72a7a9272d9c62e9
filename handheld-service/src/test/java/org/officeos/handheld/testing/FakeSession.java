package org.officeos.handheld.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.officeos.session.Exchange;
import org.officeos.session.ResponseListener;
import org.officeos.session.Session;
import org.officeos.session.SessionException;
import org.officeos.session.WireCount;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.relationship.Relationship;

/** A session with a laptop of the test's own; every word of it comes on one thread of its own. */
public final class FakeSession implements Session {

  /** What the laptop's clock says. */
  public static final Instant PEER_TIME = Instant.parse("2026-11-22T12:00:05Z");

  private final Relationship relationship;
  private final Consumer<FakeExchange> laptop;
  private final ExecutorService io;
  private final CompletableFuture<SessionException.Reason> ended = new CompletableFuture<>();
  private final List<FakeExchange> exchanges = new ArrayList<>();
  private final AtomicLong out = new AtomicLong(150);
  private final AtomicLong in = new AtomicLong(130);
  private volatile CompletableFuture<Relationship> renewal =
      CompletableFuture.failedFuture(new AssertionError("no renewal was expected"));
  private volatile Runnable onRevoke =
      () -> {
        throw new AssertionError("no revocation was expected");
      };

  FakeSession(Relationship relationship, Consumer<FakeExchange> laptop) {
    this.relationship = relationship;
    this.laptop = laptop;
    this.io =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "fake-io");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** What a renewal gives. */
  public FakeSession renewingTo(CompletableFuture<Relationship> result) {
    renewal = result;
    return this;
  }

  /** What happens when the client tells of a revocation. */
  public FakeSession onRevoke(Runnable action) {
    onRevoke = action;
    return this;
  }

  /** The session ends, and every open exchange with it. */
  public synchronized void end(SessionException.Reason reason) {
    ended.complete(reason);
    exchanges.forEach(exchange -> exchange.end(reason));
    io.shutdown();
  }

  void received(int bytes) {
    in.addAndGet(bytes);
  }

  @Override
  public Relationship relationship() {
    return relationship;
  }

  @Override
  public Instant peerTime() {
    return PEER_TIME;
  }

  @Override
  public WireCount wire() {
    return new WireCount(out.get(), in.get(), 1, 1);
  }

  @Override
  public synchronized Exchange send(Instruction instruction, ResponseListener listener) {
    FakeExchange exchange = new FakeExchange(this, instruction, listener);
    if (ended.isDone()) {
      exchange.end(ended.join());
      return exchange;
    }
    exchanges.add(exchange);
    out.addAndGet(exchange.wireBytes());
    io.execute(() -> laptop.accept(exchange));
    return exchange;
  }

  @Override
  public CompletableFuture<Relationship> renew(Duration lifetime) {
    return renewal;
  }

  @Override
  public CompletableFuture<Void> revoke() {
    return CompletableFuture.runAsync(onRevoke, io);
  }

  @Override
  public CompletableFuture<Void> rekey() {
    throw new AssertionError("the client never asks for new keys");
  }

  @Override
  public CompletableFuture<SessionException.Reason> ended() {
    return ended;
  }

  @Override
  public void close() {
    end(SessionException.Reason.CLOSED_HERE);
  }
}
