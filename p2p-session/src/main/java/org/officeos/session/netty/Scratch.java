package org.officeos.session.netty;

import io.netty.util.concurrent.FastThreadLocal;
import org.officeos.session.record.RecordFormat;

/** Two buffers of a record's size for each I/O thread, so that no session holds its own. */
final class Scratch {

  private static final FastThreadLocal<Scratch> PER_THREAD =
      new FastThreadLocal<>() {
        @Override
        protected Scratch initialValue() {
          return new Scratch();
        }
      };

  private final byte[] plain = new byte[RecordFormat.MAX_BODY];
  private final byte[] record = new byte[RecordFormat.HEADER + RecordFormat.MAX_BODY];

  private Scratch() {}

  static Scratch ofThisThread() {
    return PER_THREAD.get();
  }

  byte[] plain() {
    return plain;
  }

  byte[] record() {
    return record;
  }
}
