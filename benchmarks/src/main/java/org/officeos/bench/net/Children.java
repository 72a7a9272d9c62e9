package org.officeos.bench.net;

import java.util.concurrent.TimeUnit;

/** Ends child processes. */
public final class Children {

  private Children() {}

  /** Waits at most {@code seconds} for {@code child} to end by itself, then ends it. */
  public static void end(Process child, int seconds) {
    try {
      if (!child.waitFor(seconds, TimeUnit.SECONDS)) {
        child.destroyForcibly();
      }
    } catch (InterruptedException e) {
      child.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
