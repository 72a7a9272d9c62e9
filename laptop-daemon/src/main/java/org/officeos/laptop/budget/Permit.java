package org.officeos.laptop.budget;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** One place among the requests that may be open at once. Given back once, however often closed. */
public final class Permit implements AutoCloseable {

  private final AtomicInteger open;
  private final AtomicBoolean closed = new AtomicBoolean();

  Permit(AtomicInteger open) {
    this.open = open;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      open.decrementAndGet();
    }
  }
}
