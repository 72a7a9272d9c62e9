package org.officeos.session.handshake;

import java.security.SecureRandom;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.DhPublicKey;
import org.officeos.session.crypto.SecretBytes;

/**
 * The two handshakes of the product. There is no third, and no fallback from one to the other.
 *
 * <pre>
 * Noise_XX_25519_ChaChaPoly_SHA256, for pairing
 *   -&gt; e                     32 bytes
 *   &lt;- e, ee, s, es          96 bytes
 *   -&gt; s, se                 64 bytes
 *
 * Noise_KKpsk0_25519_ChaChaPoly_SHA256, for every session after
 *   -&gt; psk, e, es, ss        48 bytes
 *   &lt;- e, ee, se             48 bytes
 * </pre>
 *
 * <p>The first KKpsk0 message can be recorded and sent again by anybody: the responder must act on
 * nothing, and keep nothing, until the initiator's first transport record opens (rev 34, section
 * 7.7).
 */
public final class NoiseHandshakes {

  private NoiseHandshakes() {}

  /**
   * One side of XX: both learn each other's static, and neither knows yet whose it is.
   *
   * @param initiator whether this side writes first
   * @param prologue from {@link Prologue}, the same bytes on both sides
   * @param ownStatic fresh for this pairing; stays the caller's
   * @param random source of the ephemeral
   */
  public static Handshake xx(
      boolean initiator, byte[] prologue, DhKeyPair ownStatic, SecureRandom random) {
    return new Handshake(
        NoisePattern.XX,
        initiator,
        prologue,
        new HandshakeKeys(ownStatic, null, null, () -> DhKeyPair.generate(random)));
  }

  /**
   * One side of KKpsk0 between two that are paired.
   *
   * @param initiator whether this side writes first
   * @param prologue from {@link Prologue}, the same bytes on both sides
   * @param ownStatic this generation's; stays the caller's
   * @param peerStatic this generation's
   * @param psk this generation's 32-byte pre-shared key; stays the caller's
   * @param random source of the ephemeral
   * @throws IllegalArgumentException where both statics are the same, or the key is not 32 bytes
   */
  public static Handshake kkPsk0(
      boolean initiator,
      byte[] prologue,
      DhKeyPair ownStatic,
      DhPublicKey peerStatic,
      SecretBytes psk,
      SecureRandom random) {
    return new Handshake(
        NoisePattern.KK_PSK0,
        initiator,
        prologue,
        new HandshakeKeys(ownStatic, peerStatic, psk, () -> DhKeyPair.generate(random)));
  }
}
