package org.officeos.laptop.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.officeos.session.Progress;
import org.officeos.session.Responder;
import org.officeos.session.SessionException;
import org.officeos.session.bytecode.RejectedException;
import org.officeos.session.bytecode.Response;
import org.officeos.session.bytecode.ResponseCodec;

/**
 * Hears one answer as a session would, and is stricter: a second end, or a response that no codec
 * would encode, is an error of the test's subject.
 */
public final class FakeResponder implements Responder {

  private final CompletableFuture<Response> end = new CompletableFuture<>();
  private final CompletableFuture<Void> firstWrite = new CompletableFuture<>();
  private final List<Progress> told = new ArrayList<>();
  private final List<Consumer<SessionException.Reason>> watchers = new ArrayList<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private SessionException.@Nullable Reason gone;
  private int completions;
  private boolean noCredit;

  /** From now on no write gets credit, until the exchange ends. */
  public synchronized void giveNoCredit() {
    noCredit = true;
  }

  /** The exchange ends from outside: a cancel, a cut. */
  public void abandon(SessionException.Reason reason) {
    List<Consumer<SessionException.Reason>> due;
    synchronized (this) {
      if (gone != null || completions > 0) {
        return;
      }
      gone = reason;
      due = List.copyOf(watchers);
      watchers.clear();
      notifyAll();
    }
    due.forEach(watcher -> watcher.accept(reason));
  }

  @Override
  public synchronized void progress(Progress progress) {
    told.add(progress);
  }

  @Override
  public synchronized void write(byte[] data, int offset, int length)
      throws SessionException, InterruptedException {
    firstWrite.complete(null);
    while (noCredit && gone == null) {
      wait();
    }
    if (gone != null) {
      throw new SessionException(gone);
    }
    if (completions > 0) {
      throw new AssertionError("a write after the end");
    }
    body.write(data, offset, length);
  }

  @Override
  public void complete(Response response) {
    complete(response, new byte[0]);
  }

  @Override
  public void complete(Response response, byte[] whole) {
    try {
      ResponseCodec.encode(response);
    } catch (RejectedException e) {
      throw new AssertionError("no codec would encode " + response, e);
    }
    synchronized (this) {
      completions++;
      if (completions > 1) {
        throw new AssertionError("a second end");
      }
      if (gone != null) {
        return;
      }
      body.writeBytes(whole);
    }
    end.complete(response);
  }

  @Override
  public void onAbandoned(Consumer<SessionException.Reason> action) {
    SessionException.Reason already;
    synchronized (this) {
      already = gone;
      if (already == null) {
        watchers.add(action);
      }
    }
    if (already != null) {
      action.accept(already);
    }
  }

  @Override
  public synchronized boolean isOpen() {
    return gone == null && completions == 0;
  }

  /** Waits for the answer. */
  public Response await() throws InterruptedException {
    try {
      return end.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("no answer came", e);
    }
  }

  /** Waits for the first piece of a streamed answer to be offered. */
  public void awaitWrite() throws InterruptedException {
    try {
      firstWrite.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("nothing was written", e);
    }
  }

  /** Whether it was answered. */
  public boolean answered() {
    return end.isDone();
  }

  /** How often the work said that it is done. */
  public synchronized int completions() {
    return completions;
  }

  /** The answer's bytes so far. */
  public synchronized byte[] body() {
    return body.toByteArray();
  }

  /** The same as text. */
  public String text() {
    return new String(body(), StandardCharsets.UTF_8);
  }

  /** Every word of progress. */
  public synchronized List<Progress> progress() {
    return List.copyOf(told);
  }
}
