package org.officeos.session.netty;

import java.util.concurrent.atomic.AtomicLong;
import org.officeos.session.WireCount;

/** Counts one link's traffic; written by its I/O thread, read by any. */
final class WireCounter {

  private final AtomicLong bytesOut = new AtomicLong();
  private final AtomicLong bytesIn = new AtomicLong();
  private final AtomicLong recordsOut = new AtomicLong();
  private final AtomicLong recordsIn = new AtomicLong();

  void sent(int bytes) {
    bytesOut.lazySet(bytesOut.get() + bytes);
    recordsOut.lazySet(recordsOut.get() + 1);
  }

  void received(int bytes) {
    bytesIn.lazySet(bytesIn.get() + bytes);
  }

  void receivedRecord() {
    recordsIn.lazySet(recordsIn.get() + 1);
  }

  WireCount snapshot() {
    return new WireCount(bytesOut.get(), bytesIn.get(), recordsOut.get(), recordsIn.get());
  }
}
