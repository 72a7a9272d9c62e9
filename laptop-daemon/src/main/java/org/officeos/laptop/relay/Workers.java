package org.officeos.laptop.relay;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A bounded pool of named threads with a bounded queue; refuses what does not fit. */
final class Workers {

  private final ThreadPoolExecutor pool;

  /**
   * A pool whose threads are made when they are needed and end after a minute without work.
   *
   * @param name of the threads, followed by a number
   */
  Workers(String name, int threads, int queue) {
    this.pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            60,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queue),
            named(name),
            new ThreadPoolExecutor.AbortPolicy());
    pool.allowCoreThreadTimeOut(true);
  }

  private static ThreadFactory named(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Whether the task was taken. */
  boolean offer(Runnable task) {
    try {
      pool.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /** Whether the task was waiting and is now gone. */
  boolean withdraw(Runnable task) {
    return pool.remove(task);
  }

  /** Takes nothing new, and hands back what was waiting. */
  List<Runnable> drain() {
    pool.shutdown();
    List<Runnable> waiting = new java.util.ArrayList<>();
    pool.getQueue().drainTo(waiting);
    return waiting;
  }

  boolean awaitEnd(long millis) throws InterruptedException {
    return pool.awaitTermination(millis, TimeUnit.MILLISECONDS);
  }

  void interrupt() {
    pool.shutdownNow();
  }
}
