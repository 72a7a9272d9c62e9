package org.officeos.handheld.client;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** Eight random bytes that name one request across sessions and on this device. Not secret. */
public final class RequestId {

  /** Length, in bytes. */
  public static final int LENGTH = 8;

  private final byte[] bytes;

  private RequestId(byte[] owned) {
    this.bytes = owned;
  }

  /** A new one. */
  public static RequestId random(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new RequestId(bytes);
  }

  /** The eight bytes, a fresh copy. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RequestId that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Sixteen hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
