package org.officeos.wpa;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread that writes state: runs what it is handed, in order, and timers when due. */
final class Actor {

  private static final Logger LOG = System.getLogger(Actor.class.getName());

  private final ScheduledThreadPoolExecutor executor;
  private volatile Thread thread = Thread.currentThread();

  Actor(String name) {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread made = new Thread(task, name);
              made.setDaemon(true);
              thread = made;
              return made;
            });
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Runs a task after those handed over before; none at all once this has ended. */
  boolean post(Runnable task) {
    try {
      executor.execute(() -> guarded(task));
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /** Runs a task later; cancel it by the future. Never, once this has ended. */
  Future<?> later(Duration wait, Runnable task) {
    try {
      return executor.schedule(() -> guarded(task), wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  boolean isCurrent() {
    return Thread.currentThread() == thread;
  }

  long nanos() {
    return System.nanoTime();
  }

  /** Ends after the tasks handed over so far. */
  void end() {
    executor.shutdown();
  }

  boolean awaitEnd(Duration wait) throws InterruptedException {
    return executor.awaitTermination(wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "our own fault; the state may be wrong from here on", e);
    }
  }
}
