package org.officeos.session.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Through the JDK's own cipher, which on JDK 21 and later is vectorised. Three of its habits matter
 * here; each was seen on 17.0.15 and 25.0.3, and {@link AeadSelfTest} looks again at the first in
 * every process.
 *
 * <ul>
 *   <li>SunJCE checks the tag before it decrypts, so {@code out} stays untouched by a forgery, in
 *       place too, and plaintext may go straight to {@code out}.
 *   <li>SunJCE before JDK 21 (JDK-8305091) refuses to set up the same key and nonce again, even
 *       after a failure and even to decrypt: one forged packet would lock out the genuine one. So a
 *       cipher that failed is thrown away, and one that refuses a nonce is replaced.
 *   <li>Decrypting from an offset other than 0, SunJCE copies its input twice. So such input is
 *       first copied, once, into a buffer that is kept.
 * </ul>
 */
final class JcaAead extends NonceAead {

  static final String TRANSFORMATION = "ChaCha20-Poly1305";

  private static final byte[] NOTHING = new byte[0];

  private final byte[] rawKey;
  private @Nullable SecretKeySpec key;
  private @Nullable Cipher cipher;
  private byte[] sealedAtZero = NOTHING;

  JcaAead(SecretBytes key) {
    this.rawKey = keyBytes(key);
    this.key = new SecretKeySpec(rawKey, "ChaCha20");
  }

  @Override
  int sealChecked(byte[] nonce, byte[] aad, byte[] in, int inOff, int len, byte[] out, int outOff) {
    try {
      Cipher ready = ready(Cipher.ENCRYPT_MODE, nonce, aad);
      return ready.doFinal(in, inOff, len, out, outOff);
    } catch (GeneralSecurityException e) {
      cipher = null;
      throw new IllegalStateException("the JDK refused to seal", e);
    }
  }

  @Override
  int openChecked(byte[] nonce, byte[] aad, byte[] in, int inOff, int len, byte[] out, int outOff)
      throws BadTagException {
    byte[] source = in;
    if (inOff != 0) {
      source = room(len);
      System.arraycopy(in, inOff, source, 0, len);
    }
    try {
      Cipher ready = ready(Cipher.DECRYPT_MODE, nonce, aad);
      return ready.doFinal(source, 0, len, out, outOff);
    } catch (AEADBadTagException e) {
      cipher = null;
      throw new BadTagException();
    } catch (GeneralSecurityException e) {
      cipher = null;
      throw new IllegalStateException("the JDK refused to open", e);
    }
  }

  @Override
  void wipe() {
    Arrays.fill(rawKey, (byte) 0);
    Arrays.fill(sealedAtZero, (byte) 0);
    key = null;
    cipher = null;
  }

  private Cipher ready(int mode, byte[] nonce, byte[] aad) throws GeneralSecurityException {
    IvParameterSpec parameters = new IvParameterSpec(nonce);
    Cipher candidate = cipher == null ? Cipher.getInstance(TRANSFORMATION) : cipher;
    try {
      candidate.init(mode, key, parameters);
    } catch (InvalidKeyException sameNonceAgain) {
      if (mode == Cipher.ENCRYPT_MODE) {
        throw sameNonceAgain;
      }
      candidate = Cipher.getInstance(TRANSFORMATION);
      candidate.init(mode, key, parameters);
    }
    cipher = candidate;
    if (aad.length > 0) {
      candidate.updateAAD(aad);
    }
    return candidate;
  }

  private byte[] room(int len) {
    if (sealedAtZero.length < len) {
      sealedAtZero = new byte[Math.max(len, Math.min(2 * sealedAtZero.length, 1 << 17))];
    }
    return sealedAtZero;
  }
}
