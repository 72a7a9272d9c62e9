package org.officeos.session.crypto;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An X25519 public key (RFC 7748, 32 bytes). Any 32 bytes are one; the exchange refuses bad points.
 */
public final class DhPublicKey {

  /** Length of the encoded key, in bytes; Noise calls it DHLEN. */
  public static final int LENGTH = 32;

  private final byte[] encoded;

  private DhPublicKey(byte[] owned) {
    this.encoded = owned;
  }

  /**
   * Copies an encoded public key.
   *
   * @throws KeyException {@code WRONG_LENGTH}
   */
  public static DhPublicKey fromBytes(byte[] encoded) throws KeyException {
    if (encoded.length != LENGTH) {
      throw new KeyException(KeyException.Reason.WRONG_LENGTH);
    }
    return new DhPublicKey(encoded.clone());
  }

  /** The 32 encoded bytes, a fresh copy. */
  public byte[] toBytes() {
    return encoded.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DhPublicKey that && Arrays.equals(encoded, that.encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }

  @Override
  public String toString() {
    return "X25519 public key";
  }
}
