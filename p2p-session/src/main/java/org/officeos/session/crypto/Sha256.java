package org.officeos.session.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * SHA-256 (FIPS 180-4) and HMAC-SHA256 (RFC 2104), through the JDK, whose compiler knows the
 * machine's own instructions for them. Pure functions; safe from any thread.
 */
public final class Sha256 {

  /** Length of a hash and of a MAC, in bytes; Noise calls it HASHLEN. */
  public static final int LENGTH = 32;

  private static final String HMAC = "HmacSHA256";

  private Sha256() {}

  /** The 32-byte hash of the parts, one after the other. */
  public static byte[] hash(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /** A digest to feed piece by piece, for content that is not all there at once. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The 32-byte HMAC under {@code key}, of any length, over the parts, one after the other. */
  public static byte[] hmac(byte[] key, byte[]... parts) {
    Mac mac = mac(key);
    for (byte[] part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }

  static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      // The JDK refuses an empty key; HMAC pads every short key with zeros, so one zero is the
      // same.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, HMAC));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
