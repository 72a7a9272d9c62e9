package org.officeos.session.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * This device's own long-lived Ed25519 key (RFC 8032). It only signs; key agreement has keys of its
 * own, fresh for each relationship. Safe for use by several threads. Never prints its secret.
 */
public final class IdentityKey {

  /** Length of the secret seed, in bytes. */
  public static final int SEED_LENGTH = 32;

  private final Ed25519PrivateKeyParameters key;
  private final PeerIdentity publicKey;

  private IdentityKey(Ed25519PrivateKeyParameters key) {
    this.key = key;
    try {
      this.publicKey = PeerIdentity.fromBytes(key.generatePublicKey().getEncoded());
    } catch (KeyException e) {
      throw new IllegalStateException("a generated public key is always full", e);
    }
  }

  /** A new key from {@code random}. */
  public static IdentityKey generate(SecureRandom random) {
    return new IdentityKey(new Ed25519PrivateKeyParameters(random));
  }

  /**
   * The key of a stored 32-byte seed.
   *
   * @throws IllegalArgumentException on any other length
   */
  public static IdentityKey fromSeed(SecretBytes seed) {
    if (seed.length() != SEED_LENGTH) {
      throw new IllegalArgumentException("an Ed25519 seed is 32 bytes");
    }
    byte[] raw = seed.copyOut();
    try {
      return new IdentityKey(new Ed25519PrivateKeyParameters(raw, 0));
    } finally {
      Arrays.fill(raw, (byte) 0);
    }
  }

  /** The 32-byte seed, for the store only. */
  public SecretBytes seed() {
    return SecretBytes.takeAndWipe(key.getEncoded());
  }

  /** The public half, which peers pin. */
  public PeerIdentity publicKey() {
    return publicKey;
  }

  /** The 64-byte Ed25519 signature over {@code message}. */
  public byte[] sign(byte[] message) {
    byte[] signature = new byte[PeerIdentity.SIGNATURE_LENGTH];
    key.sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
    return signature;
  }

  @Override
  public String toString() {
    return "own " + publicKey;
  }
}
