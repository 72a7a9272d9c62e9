package org.officeos.laptop.upstream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A short, fair queue before a service that does one thing at a time: first come, first served; a
 * full queue refuses; whoever waits may be cancelled. Safe for use by several threads.
 */
final class OneAtATime {

  /** A place in the queue, and the turn that comes of it. */
  final class Turn {
    private final CountDownLatch wake = new CountDownLatch(1);

    private Turn() {}

    /** Lets the next one in. */
    void end() {
      leave(this);
    }
  }

  private final int depth;
  private final Deque<Turn> waiting = new ArrayDeque<>();
  private @Nullable Turn running;

  OneAtATime(int depth) {
    this.depth = depth;
  }

  /**
   * Waits for a turn.
   *
   * @throws UpstreamException {@code RATE_LIMITED} when the queue is full, {@code TIMEOUT} when the
   *     deadline passed before the turn came, {@code CANCELLED}
   */
  Turn enter(Deadline deadline, CancelSignal cancel)
      throws UpstreamException, InterruptedException {
    Turn turn = join();
    boolean mine = false;
    try {
      cancel.onCancel(turn.wake::countDown);
      boolean woken = turn.wake.await(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      if (cancel.isCancelled()) {
        throw Faults.cancelled();
      }
      if (!woken) {
        throw Faults.late();
      }
      mine = true;
      return turn;
    } finally {
      if (!mine) {
        leave(turn);
      }
    }
  }

  /** How many wait behind the one that runs. */
  synchronized int queued() {
    return waiting.size();
  }

  private synchronized Turn join() throws UpstreamException {
    Turn turn = new Turn();
    if (running == null) {
      running = turn;
      turn.wake.countDown();
      return turn;
    }
    if (waiting.size() >= depth) {
      throw new UpstreamException(
          UpstreamException.Reason.RATE_LIMITED,
          "The service draws one picture at a time and enough are waiting; try again later.",
          Optional.of(Duration.ofSeconds(5)));
    }
    waiting.add(turn);
    return turn;
  }

  private synchronized void leave(Turn turn) {
    if (running != turn) {
      waiting.remove(turn);
      return;
    }
    running = waiting.poll();
    if (running != null) {
      running.wake.countDown();
    }
  }
}
