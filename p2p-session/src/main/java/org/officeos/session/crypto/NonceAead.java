package org.officeos.session.crypto;

import java.util.Arrays;

/**
 * What both implementations share: the checks, the counter's layout, the growing counter. An
 * implementation sees a 12-byte nonce and ranges that are known to fit.
 */
abstract class NonceAead implements Aead {

  static final int NONCE_LENGTH = 12;

  private final byte[] nonce = new byte[NONCE_LENGTH];
  private long lastSealed = -1;
  private boolean destroyed;

  static byte[] keyBytes(SecretBytes key) {
    if (key.length() != KEY_LENGTH) {
      throw new IllegalArgumentException("a ChaCha20-Poly1305 key is 32 bytes");
    }
    return key.copyOut();
  }

  @Override
  public final int seal(
      long counter, byte[] aad, byte[] in, int inOff, int len, byte[] out, int outOff) {
    requireAlive();
    if (counter <= lastSealed) {
      throw new IllegalArgumentException("a counter is sealed with once, and only grows");
    }
    if (len > Integer.MAX_VALUE - TAG_LENGTH) {
      throw new IllegalArgumentException("too long to seal");
    }
    requireRanges(in, inOff, len, out, outOff, len + TAG_LENGTH);
    lastSealed = counter;
    return sealChecked(nonceOf(counter), aad, in, inOff, len, out, outOff);
  }

  @Override
  public final int open(
      long counter, byte[] aad, byte[] in, int inOff, int len, byte[] out, int outOff)
      throws BadTagException {
    requireAlive();
    if (counter < 0) {
      throw new IllegalArgumentException("a counter is never negative");
    }
    if (len < TAG_LENGTH) {
      throw new BadTagException();
    }
    requireRanges(in, inOff, len, out, outOff, len - TAG_LENGTH);
    return openChecked(nonceOf(counter), aad, in, inOff, len, out, outOff);
  }

  /** Seals under any nonce, for the public vectors, whose nonces have another layout. */
  final byte[] sealWithNonce(byte[] anyNonce, byte[] aad, byte[] message) {
    requireNonce(anyNonce);
    byte[] sealed = new byte[message.length + TAG_LENGTH];
    sealChecked(anyNonce, aad, message, 0, message.length, sealed, 0);
    return sealed;
  }

  /** Opens under any nonce, for the public vectors. */
  final byte[] openWithNonce(byte[] anyNonce, byte[] aad, byte[] sealed) throws BadTagException {
    requireNonce(anyNonce);
    if (sealed.length < TAG_LENGTH) {
      throw new BadTagException();
    }
    byte[] message = new byte[sealed.length - TAG_LENGTH];
    openChecked(anyNonce, aad, sealed, 0, sealed.length, message, 0);
    return message;
  }

  abstract int sealChecked(
      byte[] nonce, byte[] aad, byte[] in, int inOff, int len, byte[] out, int outOff);

  abstract int openChecked(
      byte[] nonce, byte[] aad, byte[] in, int inOff, int len, byte[] out, int outOff)
      throws BadTagException;

  abstract void wipe();

  @Override
  public final void destroy() {
    destroyed = true;
    Arrays.fill(nonce, (byte) 0);
    wipe();
  }

  @Override
  public final boolean isDestroyed() {
    return destroyed;
  }

  private void requireAlive() {
    if (destroyed) {
      throw new IllegalStateException("this key was wiped");
    }
  }

  private static void requireNonce(byte[] anyNonce) {
    if (anyNonce.length != NONCE_LENGTH) {
      throw new IllegalArgumentException("a nonce is 12 bytes");
    }
  }

  private static void requireRanges(
      byte[] in, int inOff, int inLen, byte[] out, int outOff, int outLen) {
    if (inOff < 0 || inLen < 0 || inLen > in.length - inOff) {
      throw new IllegalArgumentException("the input range leaves its array");
    }
    if (outOff < 0 || outLen > out.length - outOff) {
      throw new IllegalArgumentException("the output does not fit into its array");
    }
    boolean touching =
        in == out && inOff != outOff && inOff < outOff + outLen && outOff < inOff + inLen;
    if (touching) {
      throw new IllegalArgumentException("input and output overlap");
    }
  }

  private byte[] nonceOf(long counter) {
    long rest = counter;
    for (int i = 4; i < NONCE_LENGTH; i++) {
      nonce[i] = (byte) rest;
      rest >>>= 8;
    }
    return nonce;
  }
}
