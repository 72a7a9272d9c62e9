package org.officeos.session.relationship;

import java.time.Instant;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.DhPublicKey;
import org.officeos.session.crypto.SecretBytes;

/**
 * One generation of a relationship's secrets. Renewal makes the next; the first session on the next
 * ends the one before.
 *
 * @param number 1 at pairing, one more at each renewal
 * @param ownStatic this device's X25519 static, used with this peer only
 * @param peerStatic the peer's X25519 static
 * @param psk 32 bytes, the Noise pre-shared key
 * @param created when it was agreed, by this device's clock
 * @param expires when it ends, unless renewed before
 */
public record Generation(
    int number,
    DhKeyPair ownStatic,
    DhPublicKey peerStatic,
    SecretBytes psk,
    Instant created,
    Instant expires) {

  /** Length of the pre-shared key, in bytes. */
  public static final int PSK_LENGTH = 32;

  /** Refuses a number below 1, a short key and an expiry that is not after the creation. */
  public Generation {
    if (number < 1) {
      throw new IllegalArgumentException("a generation's number starts at 1");
    }
    if (psk.length() != PSK_LENGTH) {
      throw new IllegalArgumentException("a pre-shared key is 32 bytes");
    }
    if (!expires.isAfter(created)) {
      throw new IllegalArgumentException("a generation expires after it was created");
    }
  }

  /**
   * Whether {@code other} is this very generation: same number, same statics on both ends. Two
   * renewals of which the first was never used make two generations of one number.
   */
  public boolean isSameAs(Generation other) {
    return number == other.number
        && ownStatic.publicKey().equals(other.ownStatic.publicKey())
        && peerStatic.equals(other.peerStatic);
  }

  /** Whether its secrets were wiped, so that it can open nothing any more. */
  public boolean isDestroyed() {
    return psk.isDestroyed() || ownStatic.privateKey().isDestroyed();
  }

  /** Wipes the private static and the pre-shared key. */
  public void destroy() {
    ownStatic.privateKey().destroy();
    psk.destroy();
  }

  @Override
  public String toString() {
    return "generation " + number + " until " + expires;
  }
}
