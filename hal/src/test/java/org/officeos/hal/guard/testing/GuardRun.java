package org.officeos.hal.guard.testing;

import org.officeos.hal.guard.GuardLoop;

/** Time for a guard on a kernel that stands still unless it is waited for. */
public record GuardRun(GuardLoop loop, FakeGuardKernel kernel) {

  /** Deals with all that was told so far. */
  public void all() {
    for (int i = 0; i < 30; i++) {
      loop.step(1_000);
    }
  }

  /** Deals with what happens in so many nanoseconds. */
  public void during(long nanos) {
    long end = kernel.nanos() + nanos;
    while (kernel.nanos() < end) {
      loop.step(end - kernel.nanos());
    }
  }
}
