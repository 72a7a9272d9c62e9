package org.officeos.laptop.standin;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One drawing in progress: takes its steps one after another, and can be looked at and stopped by
 * other threads.
 */
final class Drawing {

  private final int steps;
  private final Duration stepTime;
  private int step;
  private boolean interrupted;

  Drawing(int steps, Duration stepTime) {
    this.steps = steps;
    this.stepTime = stepTime;
  }

  /** Takes all steps, or those until it was interrupted; whether it took all. */
  synchronized boolean work() throws InterruptedException {
    while (step < steps && !interrupted) {
      long end = System.nanoTime() + stepTime.toNanos();
      for (long left = stepTime.toNanos(); left > 0; left = end - System.nanoTime()) {
        if (interrupted) {
          break;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
      step++;
    }
    return !interrupted;
  }

  synchronized void interrupt() {
    interrupted = true;
    notifyAll();
  }

  synchronized boolean interrupted() {
    return interrupted;
  }

  synchronized int step() {
    return step;
  }

  int steps() {
    return steps;
  }

  synchronized double done() {
    return (double) step / steps;
  }

  synchronized double secondsLeft() {
    return stepTime.toMillis() * (steps - step) / 1000.0;
  }
}
