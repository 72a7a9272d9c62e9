package org.officeos.hil.lab;

import java.util.concurrent.atomic.AtomicLong;
import org.officeos.session.ResponseListener;

/** Takes bodies as they come, and keeps nothing but their length. */
final class CountingListener implements ResponseListener {

  private final AtomicLong bytes = new AtomicLong();

  /** How many so far. */
  long bytes() {
    return bytes.get();
  }

  @Override
  public boolean consumesBody() {
    return true;
  }

  @Override
  public void onData(byte[] data, int offset, int length) {
    bytes.addAndGet(length);
  }
}
