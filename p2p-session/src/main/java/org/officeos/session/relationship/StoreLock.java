package org.officeos.session.relationship;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.officeos.session.relationship.StoreException.Reason;

/**
 * One writer at a time, among all threads of all processes. A kernel lock on the file {@code lock}
 * keeps processes apart and dies with its holder; a lock in memory keeps threads apart.
 *
 * <p>The kernel drops a process's lock when the process closes <em>any</em> descriptor of the file,
 * so all stores of one process on one folder share one descriptor, counted here.
 */
final class StoreLock implements AutoCloseable {

  private static final long POLL_NANOS = TimeUnit.MICROSECONDS.toNanos(100);
  private static final Map<Object, Shared> OPEN = new HashMap<>();

  private final Path file;
  private final Object key;
  private final Shared shared;
  private final Duration patience;
  private boolean closed;

  private StoreLock(Path file, Object key, Shared shared, Duration patience) {
    this.file = file;
    this.key = key;
    this.shared = shared;
    this.patience = patience;
  }

  /** A share in the lock on {@code file}, which is there; waits at most {@code patience} for it. */
  static StoreLock open(Path file, Duration patience) throws IOException {
    synchronized (OPEN) {
      Object deviceAndInode = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      Shared shared = OPEN.get(deviceAndInode);
      if (shared == null) {
        shared = new Shared(FileChannel.open(file, StandardOpenOption.WRITE));
        OPEN.put(deviceAndInode, shared);
      }
      shared.users++;
      return new StoreLock(file, deviceAndInode, shared, patience);
    }
  }

  /** What runs under the lock. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws StoreException, IOException;
  }

  /**
   * Runs {@code work} alone.
   *
   * @throws StoreException {@code LOCKED} when nobody let go in time
   * @throws IllegalStateException when called from within {@code work}
   */
  <T> T alone(Work<T> work) throws StoreException, IOException {
    if (shared.threads.isHeldByCurrentThread()) {
      throw new IllegalStateException("a change to the store may not write to the store");
    }
    long deadline = System.nanoTime() + patience.toNanos();
    boolean interrupted = Thread.interrupted();
    try {
      interrupted |= takeFromThreads(deadline);
      try {
        FileLock processes = takeFromProcesses(deadline);
        try {
          return work.run();
        } finally {
          processes.release();
        }
      } finally {
        shared.threads.unlock();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean takeFromThreads(long deadline) throws StoreException {
    boolean interrupted = false;
    while (true) {
      try {
        if (!shared.threads.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          throw locked();
        }
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }

  private FileLock takeFromProcesses(long deadline) throws StoreException, IOException {
    while (true) {
      FileLock lock = shared.channel.tryLock();
      if (lock != null) {
        return lock;
      }
      if (System.nanoTime() - deadline > 0) {
        throw locked();
      }
      LockSupport.parkNanos(this, POLL_NANOS);
    }
  }

  private StoreException locked() {
    return new StoreException(
        Reason.LOCKED,
        file,
        "another process has been writing for over "
            + patience.toMillis()
            + " ms; see who with: fuser -v "
            + file);
  }

  @Override
  public void close() {
    synchronized (OPEN) {
      if (closed) {
        return;
      }
      closed = true;
      shared.users--;
      if (shared.users == 0) {
        OPEN.remove(key);
        shared.closeWhenIdle();
      }
    }
  }

  private static final class Shared {
    final FileChannel channel;
    final ReentrantLock threads = new ReentrantLock(true);
    int users;

    Shared(FileChannel channel) {
      this.channel = channel;
    }

    void closeWhenIdle() {
      threads.lock();
      try {
        channel.close();
      } catch (IOException e) {
        // Only a lock was on it, and the kernel has let go of that.
      } finally {
        threads.unlock();
      }
    }
  }
}
