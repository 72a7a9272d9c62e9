package org.officeos.session.crypto;

import java.util.Locale;

/** Who computes ChaCha20-Poly1305. The bytes are the same; the speed is not. */
public enum AeadProvider {
  /** The JDK's own, vectorised on JDK 21 and later. */
  JCA {
    @Override
    NonceAead open(SecretBytes key) {
      return new JcaAead(key);
    }
  },
  /** Bouncy Castle's lightweight one: plain Java, ready at once. */
  BC {
    @Override
    NonceAead open(SecretBytes key) {
      return new BcAead(key);
    }
  };

  /** A new AEAD of this provider under the 32-byte {@code key}, which is copied. */
  public Aead create(SecretBytes key) {
    return open(key);
  }

  abstract NonceAead open(SecretBytes key);

  /** The name that the system property takes. */
  public String propertyValue() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The provider that the system property names.
   *
   * @throws IllegalArgumentException on any other word; the message names the two that are known
   */
  static AeadProvider named(String word) {
    for (AeadProvider provider : values()) {
      if (provider.propertyValue().equals(word)) {
        return provider;
      }
    }
    throw new IllegalArgumentException(
        "-D" + Aeads.PROPERTY + "=" + word + " is unknown; use jca, bc, or leave it out");
  }
}
