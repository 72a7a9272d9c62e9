package org.officeos.session.netty;

import io.netty.util.concurrent.FastThreadLocal;
import org.officeos.session.record.RecordFormat;

/**
 * Three buffers of a record's size for each I/O thread, so that no session holds its own. What was
 * opened has one to itself: a listener that reads it may send, and sealing fills the other two.
 */
final class Scratch {

  private static final FastThreadLocal<Scratch> PER_THREAD =
      new FastThreadLocal<>() {
        @Override
        protected Scratch initialValue() {
          return new Scratch();
        }
      };

  private final byte[] opened = new byte[RecordFormat.MAX_BODY];
  private final byte[] plain = new byte[RecordFormat.MAX_BODY];
  private final byte[] record = new byte[RecordFormat.HEADER + RecordFormat.MAX_BODY];

  private Scratch() {}

  static Scratch ofThisThread() {
    return PER_THREAD.get();
  }

  /** Plaintext of the record being heard; one at a time, as hearing never nests. */
  byte[] opened() {
    return opened;
  }

  /** Plaintext of the record being sealed. */
  byte[] plain() {
    return plain;
  }

  /** The record being sealed. */
  byte[] record() {
    return record;
  }
}
