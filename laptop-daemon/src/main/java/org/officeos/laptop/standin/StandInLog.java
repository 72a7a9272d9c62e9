package org.officeos.laptop.standin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the stand-ins were asked, without a word of what it was about. Safe for use by several
 * threads.
 */
public final class StandInLog {

  private static final int MOST_KEPT = 1000;

  /**
   * One request.
   *
   * @param method such as {@code POST}
   * @param path without the query
   * @param end how it ended so far
   */
  public record Seen(String method, String path, End end) {}

  /** How a request ended. */
  public enum End {
    /** Still being answered. */
    OPEN,
    /** Answered in full. */
    ANSWERED,
    /** A drawing that was stopped by {@code /sdapi/v1/interrupt}; the partial picture was sent. */
    INTERRUPTED,
    /** The caller hung up before the answer was out, or a fault cut it. */
    CUT
  }

  private final List<Seen> seen = new ArrayList<>();
  private long forgotten;

  StandInLog() {}

  /** The requests so far, oldest first; at most the last thousand. */
  public synchronized List<Seen> seen() {
    return List.copyOf(seen);
  }

  /** How many requests to this path ended so. */
  public synchronized long count(String path, End end) {
    return seen.stream().filter(one -> one.path().equals(path) && one.end() == end).count();
  }

  /** Waits until so many requests to this path have ended so; whether they have in time. */
  public synchronized boolean await(String path, End end, long atLeast, Duration patience)
      throws InterruptedException {
    long limit = System.nanoTime() + patience.toNanos();
    while (count(path, end) < atLeast) {
      long left = limit - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }

  synchronized long opened(String method, String path) {
    seen.add(new Seen(method, path, End.OPEN));
    if (seen.size() > MOST_KEPT) {
      seen.remove(0);
      forgotten++;
    }
    notifyAll();
    return forgotten + seen.size() - 1;
  }

  synchronized void ended(long number, End end) {
    int index = (int) (number - forgotten);
    if (index >= 0) {
      Seen one = seen.get(index);
      seen.set(index, new Seen(one.method(), one.path(), end));
    }
    notifyAll();
  }
}
