package org.officeos.session.relationship;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.officeos.session.crypto.SecretBytes;
import org.officeos.session.crypto.Sha256;

/**
 * Writes one sealed text: ASCII lines {@code key=value}, each ended by a line feed.
 *
 * <pre>
 * officeos=1            the format's version; first line in every version, for ever
 * kind=relationship     what the file is
 * ...                   the kind's own lines, in a fixed order
 * sha256=&lt;64 hex&gt;      SHA-256 of every byte before this line; last line in every version
 * </pre>
 *
 * <p>The seal finds accidents, not attackers: whoever can write the file can seal it.
 */
final class SealedWriter {

  /** The version this program writes. */
  static final int VERSION = 1;

  static final String VERSION_KEY = "officeos";
  static final String KIND_KEY = "kind";
  static final String SEAL_KEY = "sha256";

  /** Most bytes of a sealed text: a relationship with all its grants needs a few hundred. */
  static final int MAX_LENGTH = 64 * 1024;

  private byte[] buffer = new byte[2048];
  private int length;

  SealedWriter(String kind) {
    line(VERSION_KEY, Integer.toString(VERSION));
    line(KIND_KEY, kind);
  }

  /** A line whose value is printable ASCII already. */
  void line(String key, String value) {
    put(key);
    put('=');
    put(value);
    put('\n');
  }

  /** A line of any text: printable ASCII stays, a backslash and all else become {@code \\uXXXX}. */
  void text(String key, String value) {
    put(key);
    put('=');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= ' ' && c <= '~' && c != '\\') {
        put(c);
      } else {
        put("\\u");
        put(HexFormat.of().toHexDigits(c));
      }
    }
    put('\n');
  }

  /** A line of bytes in hexadecimal digits. */
  void hex(String key, byte[] value) {
    put(key);
    put('=');
    for (byte b : value) {
      put(HexFormat.of().toHighHexDigit(b));
      put(HexFormat.of().toLowHexDigit(b));
    }
    put('\n');
  }

  /** The same for a secret, of which no copy stays but the one in the file's bytes. */
  void secret(String key, SecretBytes value) {
    byte[] raw = value.copyOut();
    hex(key, raw);
    Arrays.fill(raw, (byte) 0);
  }

  /**
   * The finished file. The caller wipes it.
   *
   * @throws IllegalArgumentException when it is longer than {@link #MAX_LENGTH}
   */
  byte[] seal() {
    byte[] digest = sha256(buffer, length);
    hex(SEAL_KEY, digest);
    byte[] sealed = Arrays.copyOf(buffer, length);
    Arrays.fill(buffer, (byte) 0);
    if (sealed.length > MAX_LENGTH) {
      Arrays.fill(sealed, (byte) 0);
      throw new IllegalArgumentException("too large to store: more than " + MAX_LENGTH + " bytes");
    }
    return sealed;
  }

  static byte[] sha256(byte[] bytes, int length) {
    MessageDigest digest = Sha256.digest();
    digest.update(bytes, 0, length);
    return digest.digest();
  }

  private void put(String ascii) {
    for (byte b : ascii.getBytes(StandardCharsets.US_ASCII)) {
      put((char) b);
    }
  }

  private void put(char c) {
    if (length == buffer.length) {
      byte[] larger = Arrays.copyOf(buffer, buffer.length * 2);
      Arrays.fill(buffer, (byte) 0);
      buffer = larger;
    }
    buffer[length++] = (byte) c;
  }
}
