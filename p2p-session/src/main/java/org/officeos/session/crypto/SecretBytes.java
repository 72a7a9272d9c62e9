package org.officeos.session.crypto;

import java.security.MessageDigest;
import java.util.Arrays;
import javax.security.auth.Destroyable;

/**
 * Bytes that must never be seen: a private key, a pre-shared key, a tag key.
 *
 * <p>They are copied in and copied out, compared in time that depends on the length only, wiped on
 * demand, and never printed. Safe for use by several threads; after {@link #destroy()} every read
 * throws {@link IllegalStateException}.
 */
public final class SecretBytes implements Destroyable {

  private final byte[] bytes;
  private boolean destroyed;

  private SecretBytes(byte[] owned) {
    this.bytes = owned;
  }

  /** Copies {@code source}; the caller still owns, and should wipe, its own array. */
  public static SecretBytes copyOf(byte[] source) {
    return new SecretBytes(source.clone());
  }

  /** Copies {@code source} and wipes it, so that one copy is left: the new secret. */
  public static SecretBytes takeAndWipe(byte[] source) {
    SecretBytes taken = copyOf(source);
    Arrays.fill(source, (byte) 0);
    return taken;
  }

  /** Number of bytes held. Not secret. */
  public int length() {
    return bytes.length;
  }

  /** A fresh copy, which the caller must wipe when done with it. */
  public synchronized byte[] copyOut() {
    requireAlive();
    return bytes.clone();
  }

  /** Whether both hold the same bytes, in time that depends on the lengths only. */
  public boolean equalsConstantTime(SecretBytes other) {
    byte[] theirs = other.copyOut();
    try {
      synchronized (this) {
        requireAlive();
        return MessageDigest.isEqual(bytes, theirs);
      }
    } finally {
      Arrays.fill(theirs, (byte) 0);
    }
  }

  @Override
  public synchronized void destroy() {
    Arrays.fill(bytes, (byte) 0);
    destroyed = true;
  }

  @Override
  public synchronized boolean isDestroyed() {
    return destroyed;
  }

  @Override
  public String toString() {
    return "[" + bytes.length + " bytes, redacted]";
  }

  private void requireAlive() {
    if (destroyed) {
      throw new IllegalStateException("this secret was wiped");
    }
  }
}
