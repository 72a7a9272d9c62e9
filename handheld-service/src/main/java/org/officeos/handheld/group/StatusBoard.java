package org.officeos.handheld.group;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where others read how it stands, and wait for it to change. One thread writes. */
final class StatusBoard {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final GroupListener listener;
  private GroupStatus status = GroupStatus.NOTHING_YET;

  StatusBoard(GroupListener listener) {
    this.listener = listener;
  }

  GroupStatus status() {
    lock.lock();
    try {
      return status;
    } finally {
      lock.unlock();
    }
  }

  /** Tells the listener, unless nothing changed. */
  void turn(GroupStatus next) {
    lock.lock();
    try {
      if (next.equals(status)) {
        return;
      }
      status = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    listener.onChange(next);
  }

  GroupStatus awaitChange(GroupStatus seen, Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = patience.toNanos();
      while (status.equals(seen) && left > 0) {
        left = changed.awaitNanos(left);
      }
      return status;
    } finally {
      lock.unlock();
    }
  }
}
