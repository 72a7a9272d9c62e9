package org.officeos.session.crypto;

import javax.security.auth.Destroyable;

/**
 * ChaCha20-Poly1305 (RFC 8439) under one 32-byte key, for one direction of one connection.
 *
 * <pre>
 * nonce (12 bytes) = 00 00 00 00 | counter, 8 bytes little-endian      (Noise rev 34, section 12.3)
 * sealed           = ciphertext, as long as the plaintext | tag, 16 bytes
 * </pre>
 *
 * <p>The caller owns the counter. Sealing demands that it only ever grows, so that no nonce is used
 * twice under this key; opening leaves the order to the caller, who commits a counter only after it
 * opened.
 *
 * <p>Buffers: {@code in} and {@code out} may be different arrays, ranges of one array that do not
 * touch, or the very same range begun at the same offset (in place). Ranges that overlap in any
 * other way are refused. Opening is fastest where {@code inOff} is 0, which spares the JDK's cipher
 * a copy.
 *
 * <p>One instance is one key and one direction. Not safe for use by several threads. After {@link
 * #destroy()} every call throws {@link IllegalStateException}.
 */
public interface Aead extends Destroyable {

  /** Length of the key, in bytes. */
  int KEY_LENGTH = 32;

  /** Length of the tag, in bytes. */
  int TAG_LENGTH = 16;

  /**
   * Seals {@code len} bytes.
   *
   * @param counter 0 to 2^63 - 1, above every counter sealed with before
   * @param aad authenticated with the message, not sent; may be empty
   * @param out has room for {@code len + TAG_LENGTH} bytes at {@code outOff}
   * @return the bytes written, {@code len + TAG_LENGTH}
   * @throws IllegalArgumentException where the counter was passed already, a range leaves its
   *     array, or the ranges overlap; nothing is written then
   */
  int seal(long counter, byte[] aad, byte[] in, int inOff, int len, byte[] out, int outOff);

  /**
   * Opens {@code len} sealed bytes, tag included. A message that does not authenticate writes
   * nothing to {@code out} and leaves this instance as it was: the genuine message under the same
   * counter still opens.
   *
   * @param counter 0 to 2^63 - 1, the one the message was sealed under
   * @param aad the one the message was sealed with
   * @param out has room for {@code len - TAG_LENGTH} bytes at {@code outOff}
   * @return the bytes written, {@code len - TAG_LENGTH}
   * @throws BadTagException where the message is shorter than a tag or does not authenticate
   * @throws IllegalArgumentException where a range leaves its array or the ranges overlap
   */
  int open(long counter, byte[] aad, byte[] in, int inOff, int len, byte[] out, int outOff)
      throws BadTagException;

  /** Wipes what can be wiped: this instance's key and buffers. */
  @Override
  void destroy();
}
