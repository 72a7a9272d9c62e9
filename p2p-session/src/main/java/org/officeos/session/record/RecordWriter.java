package org.officeos.session.record;

import org.officeos.session.crypto.Aead;

/**
 * Seals records of one direction under one key: one 64-bit counter from 0, no associated data. Not
 * for use by several threads.
 */
public final class RecordWriter {

  private static final byte[] NO_AAD = new byte[0];

  private final Aead aead;
  private long counter;
  private long plaintextBytes;

  /** A writer at counter 0. */
  public RecordWriter(Aead aead) {
    this.aead = aead;
  }

  /**
   * Writes {@code length u16 | ciphertext | tag} of one plaintext.
   *
   * @param length 1 to {@link RecordFormat#MAX_PLAINTEXT} bytes
   * @return bytes written at {@code outOffset}
   */
  public int seal(byte[] plain, int offset, int length, byte[] out, int outOffset) {
    if (length < 1 || length > RecordFormat.MAX_PLAINTEXT) {
      throw new IllegalArgumentException("a record's plaintext has 1 to 65519 bytes");
    }
    int body =
        aead.seal(counter++, NO_AAD, plain, offset, length, out, outOffset + RecordFormat.HEADER);
    RecordFormat.putLength(out, outOffset, body);
    plaintextBytes += length;
    return RecordFormat.HEADER + body;
  }

  /** Records sealed so far. */
  public long records() {
    return counter;
  }

  /** Plaintext bytes sealed so far. */
  public long bytes() {
    return plaintextBytes;
  }

  /** Wipes the key. */
  public void destroy() {
    aead.destroy();
  }
}
