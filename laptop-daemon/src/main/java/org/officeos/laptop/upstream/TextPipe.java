package org.officeos.laptop.upstream;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Carries a text from the worker that reads the service to the thread that asked. What comes faster
 * than it is taken is joined; what is not taken at all stops the worker, and with it the service.
 */
final class TextPipe {

  private static final int MAX_WAITING = 16 * 1024;
  private static final long ONE_WAIT_MILLIS = 1000;

  private final StringBuilder waiting = new StringBuilder();
  private @Nullable Attempt<TextOutcome> end;
  private @Nullable UpstreamException failure;
  private boolean abandoned;

  /** Called by the worker; blocks while too much waits. */
  synchronized void put(String piece) throws IOException {
    try {
      while (waiting.length() > MAX_WAITING && !abandoned) {
        wait(ONE_WAIT_MILLIS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopped);
    }
    if (abandoned) {
      throw new IOException("nobody takes the text any more");
    }
    waiting.append(piece);
    notifyAll();
  }

  /** Called by the worker, once. */
  synchronized void end(Attempt<TextOutcome> how) {
    end = how;
    notifyAll();
  }

  /** Called by the worker, once, instead. */
  synchronized void fail(UpstreamException why) {
    failure = why;
    notifyAll();
  }

  /** Wakes whoever waits, to look at the signal again. */
  synchronized void wake() {
    notifyAll();
  }

  /** Called by the taker, in the end; frees the worker. */
  synchronized void abandon() {
    abandoned = true;
    notifyAll();
  }

  /** What has come since the last call, waiting for some; empty at the end of the text. */
  synchronized String take(Deadline deadline, CancelSignal cancel)
      throws UpstreamException, InterruptedException {
    while (true) {
      if (cancel.isCancelled()) {
        throw Faults.cancelled();
      }
      if (!waiting.isEmpty()) {
        String taken = waiting.toString();
        waiting.setLength(0);
        notifyAll();
        return taken;
      }
      if (failure != null) {
        throw failure;
      }
      if (end != null) {
        return "";
      }
      if (deadline.passed()) {
        throw Faults.late();
      }
      wait(Math.max(1, Math.min(ONE_WAIT_MILLIS, deadline.remaining().toMillis())));
    }
  }

  /** How the attempt ended, once {@link #take} gave nothing more. */
  synchronized Attempt<TextOutcome> ended() {
    if (end == null) {
      throw new IllegalStateException("the text has not ended");
    }
    return end;
  }
}
