package org.officeos.session.relationship;

import java.util.Arrays;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.crypto.SecretBytes;

/** This device's identity as a sealed text: one line {@code seed=<64 hex>}, the Ed25519 seed. */
final class IdentityText {

  static final String KIND = "identity";

  private IdentityText() {}

  /** The file's bytes, a secret: the caller wipes them. */
  static byte[] encode(IdentityKey identity) {
    SealedWriter out = new SealedWriter(KIND);
    SecretBytes seed = identity.seed();
    out.secret("seed", seed);
    seed.destroy();
    return out.seal();
  }

  static IdentityKey decode(byte[] bytes) throws FormatException {
    SealedReader in = new SealedReader(bytes, KIND);
    SecretBytes seed = in.secret("seed", IdentityKey.SEED_LENGTH);
    IdentityKey identity = IdentityKey.fromSeed(seed);
    seed.destroy();
    byte[] canonical = encode(identity);
    try {
      if (!Arrays.equals(canonical, bytes)) {
        throw FormatException.damaged("not written the way this program writes");
      }
      return identity;
    } finally {
      Arrays.fill(canonical, (byte) 0);
    }
  }
}
