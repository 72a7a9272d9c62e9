package org.officeos.session.record;

import org.officeos.session.crypto.Aead;
import org.officeos.session.crypto.BadTagException;

/**
 * Opens records of one direction under one key, in order. A record that was replayed, reordered,
 * dropped before, reflected or changed does not open. Not for use by several threads.
 */
public final class RecordReader {

  private static final byte[] NO_AAD = new byte[0];

  private final Aead aead;
  private long counter;
  private long plaintextBytes;

  /** A reader at counter 0. */
  public RecordReader(Aead aead) {
    this.aead = aead;
  }

  /**
   * Opens one record's body into {@code out}.
   *
   * @return the plaintext's length in bytes, at least 1
   * @throws BadTagException when it does not authenticate; the session is over then
   */
  public int open(byte[] body, int offset, int length, byte[] out, int outOffset)
      throws BadTagException {
    if (length <= RecordFormat.TAG) {
      throw new BadTagException();
    }
    int plain = aead.open(counter, NO_AAD, body, offset, length, out, outOffset);
    counter++;
    plaintextBytes += plain;
    return plain;
  }

  /** Records opened so far. */
  public long records() {
    return counter;
  }

  /** Plaintext bytes opened so far. */
  public long bytes() {
    return plaintextBytes;
  }

  /** Wipes the key. */
  public void destroy() {
    aead.destroy();
  }
}
