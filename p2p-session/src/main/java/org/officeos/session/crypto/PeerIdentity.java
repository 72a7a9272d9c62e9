package org.officeos.session.crypto;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/**
 * A device's long-lived Ed25519 public key (RFC 8032, 32 bytes): the name by which its peer pins
 * it. Fully validated when made, so that no small-subgroup key is ever held. Immutable.
 */
public final class PeerIdentity {

  /** Length of the encoded key, in bytes. */
  public static final int LENGTH = 32;

  /** Length of every signature, in bytes; no other length is ever accepted. */
  public static final int SIGNATURE_LENGTH = 64;

  private final byte[] encoded;
  private final Ed25519PublicKeyParameters key;

  private PeerIdentity(byte[] owned) {
    this.encoded = owned;
    this.key = new Ed25519PublicKeyParameters(owned, 0);
  }

  /**
   * Validates and copies an encoded public key.
   *
   * @throws KeyException {@code WRONG_LENGTH} or {@code NOT_A_FULL_PUBLIC_KEY}
   */
  public static PeerIdentity fromBytes(byte[] encoded) throws KeyException {
    if (encoded.length != LENGTH) {
      throw new KeyException(KeyException.Reason.WRONG_LENGTH);
    }
    byte[] copy = encoded.clone();
    if (!Ed25519.validatePublicKeyFull(copy, 0)) {
      throw new KeyException(KeyException.Reason.NOT_A_FULL_PUBLIC_KEY);
    }
    return new PeerIdentity(copy);
  }

  /** The 32 encoded bytes, a fresh copy. */
  public byte[] toBytes() {
    return encoded.clone();
  }

  /**
   * Whether {@code signature} is this identity's Ed25519 signature over {@code message}. A
   * signature that is not exactly 64 bytes is never valid.
   */
  public boolean verify(byte[] message, byte[] signature) {
    return signature.length == SIGNATURE_LENGTH
        && key.verify(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
  }

  /** Eight groups of four hexadecimal digits: the first 128 bits, for people to compare. */
  public String fingerprint() {
    String hex = HexFormat.of().formatHex(encoded, 0, 16);
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < hex.length(); i += 4) {
      grouped.append(i == 0 ? "" : " ").append(hex, i, i + 4);
    }
    return grouped.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PeerIdentity that && Arrays.equals(encoded, that.encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }

  @Override
  public String toString() {
    return "identity " + fingerprint();
  }
}
