package org.officeos.laptop.relay;

import java.util.function.LongSupplier;
import org.officeos.laptop.audit.AuditTimes;

/**
 * Where one request's time goes. Each phase is written by the one thread that works on the request
 * then; hand-over between threads goes through queues, which order the writes.
 */
final class Stopwatch {

  private final LongSupplier nanoTime;
  private final long start;
  private volatile long gateEnd;
  private volatile long workStart;
  private volatile long upstream;
  private volatile long transform;

  Stopwatch(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  void gatePassed() {
    gateEnd = nanoTime.getAsLong();
  }

  void workStarted() {
    workStart = nanoTime.getAsLong();
  }

  void upstreamTook(long nanos) {
    upstream = Math.max(0, nanos);
  }

  void transformTook(long nanos) {
    transform = Math.max(0, nanos);
  }

  long now() {
    return nanoTime.getAsLong();
  }

  long elapsed() {
    return now() - start;
  }

  AuditTimes read() {
    long now = now();
    long gate = (gateEnd == 0 ? now : gateEnd) - start;
    long queue = gateEnd == 0 || workStart == 0 ? 0 : workStart - gateEnd;
    return new AuditTimes(
        gate / 1000, queue / 1000, upstream / 1000, transform / 1000, (now - start) / 1000);
  }
}
