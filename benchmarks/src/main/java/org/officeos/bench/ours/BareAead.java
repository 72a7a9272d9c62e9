package org.officeos.bench.ours;

import org.officeos.session.crypto.Aead;
import org.officeos.session.crypto.Aeads;
import org.officeos.session.crypto.SecretBytes;

/** The AEAD that the session would choose here, and nothing around it. One thread. */
public final class BareAead {

  private static final int BATCH = 64;
  private static final byte[] NO_AAD = new byte[0];

  private final Aead aead = Aeads.create(SecretBytes.takeAndWipe(new byte[Aead.KEY_LENGTH]));
  private final byte[] plain;
  private final byte[] sealed;
  private long counter;

  /** One for records of {@code recordBytes} plaintext. */
  public BareAead(int recordBytes) {
    plain = new byte[recordBytes];
    sealed = new byte[recordBytes + Aead.TAG_LENGTH];
  }

  /** Seals a batch of records. */
  public void sealBatch() {
    for (int i = 0; i < BATCH; i++) {
      aead.seal(counter++, NO_AAD, plain, 0, plain.length, sealed, 0);
    }
  }

  /** Plaintext bytes of a batch. */
  public long batchBytes() {
    return (long) BATCH * plain.length;
  }

  /** Plaintext bytes of a record. */
  public int recordBytes() {
    return plain.length;
  }

  /** Which provider was chosen: {@code jca} or {@code bc}. */
  public String provider() {
    return Aeads.choice().provider().propertyValue();
  }
}
