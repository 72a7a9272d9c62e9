package org.officeos.hal.guard;

import org.officeos.hal.airgap.Opening;

/** A way out that stands open, and what was tried so far. For the guard's one thread. */
final class Attempt {

  /** Tries until it is said that it cannot be shut. */
  static final int TRIES = 5;

  /** How long a change that the kernel took may need to be told of: 250 ms. */
  private static final long SETTLES = 250_000_000L;

  private static final long FIRST_PAUSE = 10_000_000L;
  private static final long LONG_PAUSE = 5_000_000_000L;

  final Opening opening;
  final GuardAction action;
  final long seen;
  private int tries;
  private long due;
  private long taken;
  private boolean isTaken;
  private boolean doubtful;
  private boolean said;

  Attempt(Opening opening, GuardAction action, long now) {
    this.opening = opening;
    this.action = action;
    this.seen = now;
    this.due = now;
  }

  boolean isDue(long now) {
    return now - due >= 0;
  }

  long due() {
    return due;
  }

  int tries() {
    return tries;
  }

  boolean isTaken() {
    return isTaken;
  }

  /** Whether the kernel took the last try, whatever was doubted since. */
  boolean wasTaken() {
    return isTaken || doubtful;
  }

  boolean wasSaid() {
    return said;
  }

  long taken() {
    return taken;
  }

  /** It is tried now; the answer sets when it is due again. */
  void tried(long now) {
    tries++;
    doubtful = false;
    due = now + SETTLES;
  }

  /** The kernel took it and yet it stands: whether that is so has to be looked at first. */
  void doubted(long now) {
    isTaken = false;
    doubtful = true;
    due = now;
  }

  void take(long now) {
    isTaken = true;
    taken = now;
    due = now + SETTLES;
  }

  /** Whether it is to be said now that it cannot be shut. */
  boolean fail(long now, boolean atOnce) {
    boolean over = atOnce || tries >= TRIES;
    due = now + (over ? LONG_PAUSE : FIRST_PAUSE << Math.max(0, tries - 1));
    return over && say();
  }

  /** Whether this is the first time that it is said. */
  boolean say() {
    boolean first = !said;
    said = true;
    return first;
  }
}
