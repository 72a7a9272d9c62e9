package org.officeos.handheld.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What Ctrl-C does. While something is under way it is cancelled, the command says so and ends with
 * its own exit code; otherwise the process just ends, with 130. Safe for use by several threads.
 */
final class Interruption {

  private final Deque<Runnable> underWay = new ArrayDeque<>();
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();

  /** Something under way; closing says that it ended. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /** Says that something is under way and how to cancel it. */
  synchronized Watch during(Runnable cancel) {
    underWay.push(cancel);
    return () -> {
      synchronized (this) {
        underWay.remove(cancel);
      }
    };
  }

  /** Says that the command has ended, with its exit code. */
  void end(int code) {
    ended.complete(code);
  }

  /** Whether the command has ended by itself. */
  boolean hasEnded() {
    return ended.isDone();
  }

  /** Cancels what is under way; false where nothing was. */
  boolean cancelAll() {
    Deque<Runnable> all;
    synchronized (this) {
      all = new ArrayDeque<>(underWay);
    }
    all.forEach(Runnable::run);
    return !all.isEmpty();
  }

  /** The command's exit code, once it has told the laptop and the person; 3 if that takes long. */
  int awaitEnd(long millis) {
    try {
      return ended.get(millis, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return Exit.CANCELLED.code();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Exit.CANCELLED.code();
    }
  }
}
