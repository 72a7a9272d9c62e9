package org.officeos.session.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * Through Bouncy Castle's lightweight cipher, which needs no provider look-up and so starts
 * fastest. It releases plaintext before it has seen the tag; therefore it decrypts into a buffer of
 * its own, which is published after the tag was right and wiped where it was wrong.
 */
final class BcAead extends NonceAead {

  private static final byte[] NOTHING = new byte[0];

  private final byte[] rawKey;
  private final ChaCha20Poly1305 cipher = new ChaCha20Poly1305();
  private @Nullable KeyParameter key;
  private byte[] scratch = NOTHING;

  BcAead(SecretBytes key) {
    this.rawKey = keyBytes(key);
    this.key = new KeyParameter(rawKey);
  }

  @Override
  int sealChecked(byte[] nonce, byte[] aad, byte[] in, int inOff, int len, byte[] out, int outOff) {
    cipher.init(true, new AEADParameters(key, TAG_LENGTH * Byte.SIZE, nonce, aad));
    try {
      int written = cipher.processBytes(in, inOff, len, out, outOff);
      return written + cipher.doFinal(out, outOff + written);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("sealing checks no tag", e);
    }
  }

  @Override
  int openChecked(byte[] nonce, byte[] aad, byte[] in, int inOff, int len, byte[] out, int outOff)
      throws BadTagException {
    int plain = len - TAG_LENGTH;
    if (scratch.length < plain) {
      Arrays.fill(scratch, (byte) 0);
      scratch = new byte[Math.max(plain, Math.min(2 * scratch.length, 1 << 17))];
    }
    cipher.init(false, new AEADParameters(key, TAG_LENGTH * Byte.SIZE, nonce, aad));
    try {
      int written = cipher.processBytes(in, inOff, len, scratch, 0);
      cipher.doFinal(scratch, written);
    } catch (InvalidCipherTextException forged) {
      Arrays.fill(scratch, 0, plain, (byte) 0);
      throw new BadTagException();
    }
    System.arraycopy(scratch, 0, out, outOff, plain);
    return plain;
  }

  @Override
  void wipe() {
    Arrays.fill(rawKey, (byte) 0);
    Arrays.fill(scratch, (byte) 0);
    key = null;
    cipher.init(false, new AEADParameters(new KeyParameter(rawKey), 128, new byte[NONCE_LENGTH]));
  }
}
