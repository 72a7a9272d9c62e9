package org.officeos.session.crypto;

import java.util.Arrays;
import javax.crypto.Mac;

/**
 * HKDF with SHA-256 (RFC 5869), and the form of it that Noise uses. Pure functions; safe from any
 * thread. Results are secret wherever the input is: the caller wipes them.
 */
public final class Hkdf {

  /** Longest output of {@link #expand}, in bytes (RFC 5869 section 2.3). */
  public static final int MAX_OUTPUT = 255 * Sha256.LENGTH;

  private static final byte[] NO_INFO = new byte[0];

  private Hkdf() {}

  /** The 32-byte pseudorandom key. An empty salt stands for 32 zero bytes. */
  public static byte[] extract(byte[] salt, byte[] inputKey) {
    return Sha256.hmac(salt, inputKey);
  }

  /**
   * {@code length} bytes derived from a pseudorandom key for the purpose that {@code info} names.
   *
   * @throws IllegalArgumentException where the length is negative or above {@link #MAX_OUTPUT}
   */
  public static byte[] expand(byte[] pseudorandomKey, byte[] info, int length) {
    if (length < 0 || length > MAX_OUTPUT) {
      throw new IllegalArgumentException("HKDF-SHA256 gives 0 to " + MAX_OUTPUT + " bytes");
    }
    Mac mac = Sha256.mac(pseudorandomKey);
    byte[] output = new byte[length];
    byte[] block = NO_INFO;
    for (int done = 0, index = 1; done < length; index++) {
      mac.update(block);
      mac.update(info);
      mac.update((byte) index);
      Arrays.fill(block, (byte) 0);
      block = mac.doFinal();
      int taken = Math.min(block.length, length - done);
      System.arraycopy(block, 0, output, done, taken);
      done += taken;
    }
    Arrays.fill(block, (byte) 0);
    return output;
  }

  /** Extract, then expand. */
  public static byte[] derive(byte[] salt, byte[] inputKey, byte[] info, int length) {
    byte[] pseudorandomKey = extract(salt, inputKey);
    try {
      return expand(pseudorandomKey, info, length);
    } finally {
      Arrays.fill(pseudorandomKey, (byte) 0);
    }
  }

  /**
   * Noise's {@code HKDF(chaining_key, input_key_material, num_outputs)} (rev 34, section 4.3): RFC
   * 5869 with the chaining key as salt and no info, cut into outputs of 32 bytes. The first outputs
   * do not depend on how many are asked for.
   *
   * @param outputs how many; Noise uses 2 and 3
   */
  public static byte[][] noise(byte[] chainingKey, byte[] inputKey, int outputs) {
    byte[] all = derive(chainingKey, inputKey, NO_INFO, outputs * Sha256.LENGTH);
    byte[][] cut = new byte[outputs][];
    for (int i = 0; i < outputs; i++) {
      cut[i] = Arrays.copyOfRange(all, i * Sha256.LENGTH, (i + 1) * Sha256.LENGTH);
    }
    Arrays.fill(all, (byte) 0);
    return cut;
  }
}
