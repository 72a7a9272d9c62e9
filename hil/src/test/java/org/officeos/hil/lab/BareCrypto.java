package org.officeos.hil.lab;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.officeos.session.crypto.Aead;
import org.officeos.session.crypto.Aeads;
import org.officeos.session.crypto.BadTagException;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.crypto.SecretBytes;

/**
 * What an instruction of 120 bytes and an answer of 200 cannot do without: two signatures, two
 * verifications, four AEAD calls, all by one processor.
 */
final class BareCrypto {

  private static final int INSTRUCTION = 120;
  private static final int ANSWER = 200;
  private static final int SIGNED_WITH_IT = 64;
  private static final byte[] NO_AAD = new byte[0];

  private final IdentityKey signer = IdentityKey.generate(new SecureRandom());
  private final Aead sealing = aead();
  private final Aead opening = aead();
  private long counter;

  private static Aead aead() {
    return Aeads.create(SecretBytes.takeAndWipe(new byte[Aead.KEY_LENGTH]));
  }

  /** Milliseconds of each of that many times. */
  List<Double> millis(int count) throws BadTagException {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long began = System.nanoTime();
      oneWay(INSTRUCTION);
      oneWay(ANSWER);
      millis.add((System.nanoTime() - began) / 1e6);
    }
    return millis;
  }

  private void oneWay(int bytes) throws BadTagException {
    byte[] message = new byte[bytes + SIGNED_WITH_IT];
    message[0] = (byte) counter;
    byte[] signature = signer.sign(message);
    byte[] frame = new byte[bytes + signature.length];
    byte[] sealed = new byte[frame.length + Aead.TAG_LENGTH];
    sealing.seal(counter, NO_AAD, frame, 0, frame.length, sealed, 0);
    opening.open(counter, NO_AAD, sealed, 0, sealed.length, frame, 0);
    counter++;
    if (!signer.publicKey().verify(message, signature)) {
      throw new IllegalStateException("a signature does not verify");
    }
  }
}
