package org.officeos.session.pairing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import org.officeos.session.crypto.Hkdf;

/**
 * The code that both screens show.
 *
 * <pre>
 * stream = HKDF(salt h, key nI | nR, info "OfficeOS pairing code v1" 00), 64 words of 32 bits
 * code   = the first word below 4 294 000 000, modulo 1 000 000
 * </pre>
 *
 * <p>Rejecting the words above leaves every code equally likely. Each of the 64 is rejected with
 * probability 0.000 226, so that all of them are never.
 */
final class SixDigits {

  private static final byte[] LABEL = Derivations.label("OfficeOS pairing code v1");
  private static final int CODES = 1_000_000;
  private static final long LIMIT = (1L << Integer.SIZE) / CODES * CODES;
  private static final int WORDS = 64;

  private SixDigits() {}

  static String derive(byte[] handshakeHash, byte[] initiatorNonce, byte[] responderNonce) {
    byte[] nonces = Derivations.join(initiatorNonce, responderNonce);
    byte[] stream = Hkdf.derive(handshakeHash, nonces, LABEL, WORDS * Integer.BYTES);
    Arrays.fill(nonces, (byte) 0);
    int code =
        firstBelowLimit(stream)
            .orElseThrow(() -> new IllegalStateException("64 words of HKDF were all rejected"));
    return String.format(Locale.ROOT, "%06d", code);
  }

  static OptionalInt firstBelowLimit(byte[] stream) {
    ByteBuffer words = ByteBuffer.wrap(stream);
    while (words.remaining() >= Integer.BYTES) {
      long word = Integer.toUnsignedLong(words.getInt());
      if (word < LIMIT) {
        return OptionalInt.of((int) (word % CODES));
      }
    }
    return OptionalInt.empty();
  }
}
