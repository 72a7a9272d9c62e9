package org.officeos.session.crypto;

import org.jspecify.annotations.Nullable;

/**
 * Makes AEADs with the provider that serves this process best. The first call of {@link #choice()}
 * or {@link #create} measures, for 250 ms at most, plus a self-test; a service calls it while it
 * starts. {@code -Dofficeos.aead=jca} or {@code =bc} decides without measuring. Safe from any
 * thread.
 */
public final class Aeads {

  /** System property that names the provider: {@code jca} or {@code bc}. */
  public static final String PROPERTY = "officeos.aead";

  private static @Nullable AeadChoice chosen;

  private Aeads() {}

  /** An AEAD for bulk traffic under the 32-byte {@code key}, which is copied. */
  public static Aead create(SecretBytes key) {
    return choice().provider().create(key);
  }

  /** An AEAD for a few short messages: no look-up, no warm-up, nothing measured. */
  public static Aead createForHandshake(SecretBytes key) {
    return AeadProvider.BC.create(key);
  }

  /**
   * What this process uses, decided once.
   *
   * @throws IllegalArgumentException where the system property holds another word than the two
   */
  public static synchronized AeadChoice choice() {
    if (chosen == null) {
      chosen =
          new AeadChooser(System::nanoTime, AeadSelfTest::passes)
              .choose(System.getProperty(PROPERTY));
    }
    return chosen;
  }
}
