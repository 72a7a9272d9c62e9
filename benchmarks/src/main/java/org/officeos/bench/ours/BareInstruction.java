package org.officeos.bench.ours;

import java.security.SecureRandom;
import org.officeos.session.crypto.Aead;
import org.officeos.session.crypto.Aeads;
import org.officeos.session.crypto.BadTagException;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.crypto.PeerIdentity;
import org.officeos.session.crypto.SecretBytes;

/**
 * The cryptography that one instruction with its answer cannot do without, and nothing around it:
 * two signatures, two verifications, and four AEAD calls on messages of the same lengths.
 */
public final class BareInstruction {

  // label, session hash, direction and message id, which are signed with the content
  private static final int SIGNED_WITH_IT = 64;
  private static final byte[] NO_AAD = new byte[0];

  private final IdentityKey handheld = IdentityKey.generate(new SecureRandom());
  private final IdentityKey laptop = IdentityKey.generate(new SecureRandom());
  private final Aead there = aead(1);
  private final Aead thereOpening = aead(1);
  private final Aead back = aead(2);
  private final Aead backOpening = aead(2);
  private long counter;

  private static Aead aead(int which) {
    byte[] key = new byte[Aead.KEY_LENGTH];
    key[0] = (byte) which;
    return Aeads.create(SecretBytes.takeAndWipe(key));
  }

  /** All of it once. */
  public void once() throws BadTagException {
    counter++;
    oneWay(handheld, there, thereOpening, Examples.SMALL_BYTES);
    oneWay(laptop, back, backOpening, Examples.SMALL_ANSWER);
  }

  private void oneWay(IdentityKey signer, Aead sealing, Aead opening, int bytes)
      throws BadTagException {
    byte[] signed = new byte[bytes + SIGNED_WITH_IT];
    signed[0] = (byte) counter;
    byte[] signature = signer.sign(signed);
    byte[] frame = new byte[bytes + signature.length];
    byte[] sealed = new byte[frame.length + Aead.TAG_LENGTH];
    sealing.seal(counter, NO_AAD, frame, 0, frame.length, sealed, 0);
    opening.open(counter, NO_AAD, sealed, 0, sealed.length, frame, 0);
    PeerIdentity peer = signer.publicKey();
    if (!peer.verify(signed, signature)) {
      throw new IllegalStateException("a signature does not verify");
    }
  }
}
