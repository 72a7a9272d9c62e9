package org.officeos.session.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.agreement.X25519Agreement;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;

/**
 * An X25519 key pair (RFC 7748): a relationship's static, or a handshake's ephemeral. Never prints
 * its secret. Safe for use by several threads.
 */
public final class DhKeyPair {

  /** Length of a private key and of a shared secret, in bytes. */
  public static final int SECRET_LENGTH = 32;

  private final SecretBytes privateKey;
  private final DhPublicKey publicKey;

  private DhKeyPair(SecretBytes privateKey, DhPublicKey publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /** A new pair from {@code random}. */
  public static DhKeyPair generate(SecureRandom random) {
    byte[] secret = new byte[SECRET_LENGTH];
    random.nextBytes(secret);
    return fromPrivate(SecretBytes.takeAndWipe(secret));
  }

  /**
   * The pair of a stored 32-byte private key, which this pair keeps and does not copy.
   *
   * @throws IllegalArgumentException on any other length
   */
  public static DhKeyPair fromPrivate(SecretBytes privateKey) {
    if (privateKey.length() != SECRET_LENGTH) {
      throw new IllegalArgumentException("an X25519 private key is 32 bytes");
    }
    byte[] raw = privateKey.copyOut();
    try {
      byte[] encoded = new X25519PrivateKeyParameters(raw, 0).generatePublicKey().getEncoded();
      return new DhKeyPair(privateKey, DhPublicKey.fromBytes(encoded));
    } catch (KeyException e) {
      throw new IllegalStateException("a generated public key has the right length", e);
    } finally {
      Arrays.fill(raw, (byte) 0);
    }
  }

  /** The public half. */
  public DhPublicKey publicKey() {
    return publicKey;
  }

  /** The private half, for the store only. */
  public SecretBytes privateKey() {
    return privateKey;
  }

  /**
   * The 32-byte shared secret with {@code peer}.
   *
   * @throws KeyException {@code LOW_ORDER_POINT} where the secret would be all zero
   */
  public SecretBytes agree(DhPublicKey peer) throws KeyException {
    byte[] raw = privateKey.copyOut();
    byte[] shared = new byte[SECRET_LENGTH];
    try {
      X25519Agreement agreement = new X25519Agreement();
      agreement.init(new X25519PrivateKeyParameters(raw, 0));
      agreement.calculateAgreement(new X25519PublicKeyParameters(peer.toBytes(), 0), shared, 0);
      return SecretBytes.takeAndWipe(shared);
    } catch (IllegalStateException allZero) {
      throw new KeyException(KeyException.Reason.LOW_ORDER_POINT);
    } finally {
      Arrays.fill(raw, (byte) 0);
    }
  }

  @Override
  public String toString() {
    return "X25519 key pair [private half redacted]";
  }
}
