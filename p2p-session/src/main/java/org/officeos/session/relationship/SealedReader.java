package org.officeos.session.relationship;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.officeos.session.crypto.SecretBytes;

/** Reads what {@link SealedWriter} wrote, line by line, in order. Believes nothing. */
final class SealedReader {

  private static final int SEAL_LINE_LENGTH = SealedWriter.SEAL_KEY.length() + 1 + 64 + 1;

  private final byte[] bytes;
  private final int end;
  private int position;

  /**
   * Checks length, seal, version and kind.
   *
   * @throws FormatException {@code DAMAGED}; {@code NEWER_VERSION} for a whole file of a version
   *     above this program's
   */
  SealedReader(byte[] bytes, String kind) throws FormatException {
    if (bytes.length > SealedWriter.MAX_LENGTH) {
      throw FormatException.damaged("longer than any file of this kind");
    }
    if (bytes.length < SEAL_LINE_LENGTH) {
      throw FormatException.damaged("cut short");
    }
    this.bytes = bytes;
    this.end = bytes.length - SEAL_LINE_LENGTH;
    checkSeal();
    int version = number(text(SealedWriter.VERSION_KEY), Integer.MAX_VALUE);
    if (version > SealedWriter.VERSION) {
      throw FormatException.newer("written in format " + version);
    }
    if (version < SealedWriter.VERSION || !text(SealedWriter.KIND_KEY).equals(kind)) {
      throw FormatException.damaged("not a file of kind " + kind);
    }
  }

  /** Whether the next line has this key. */
  boolean at(String key) {
    int after = position + key.length();
    if (after >= end || bytes[after] != '=') {
      return false;
    }
    for (int i = 0; i < key.length(); i++) {
      if (bytes[position + i] != key.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The value of the next line, which must have this key; escapes resolved. */
  String text(String key) throws FormatException {
    byte[] raw = value(key);
    StringBuilder text = new StringBuilder(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] < ' ' || raw[i] > '~') {
        throw FormatException.damaged("a byte that is no printable ASCII in line " + key);
      }
      if (raw[i] != '\\') {
        text.append((char) raw[i]);
      } else if (i + 5 < raw.length && raw[i + 1] == 'u') {
        String digits = new String(raw, i + 2, 4, StandardCharsets.US_ASCII);
        text.append((char) parse(key, () -> HexFormat.fromHexDigits(digits)).intValue());
        i += 5;
      } else {
        throw FormatException.damaged("half an escape in line " + key);
      }
    }
    return text.toString();
  }

  /** A whole number of 0 to {@code max}. */
  int integer(String key, int max) throws FormatException {
    return number(text(key), max);
  }

  /** A whole number of 0 to the largest {@code long}. */
  long counter(String key) throws FormatException {
    String digits = text(key);
    long value = parse(key, () -> Long.parseLong(digits));
    if (value < 0) {
      throw FormatException.damaged("a negative number in line " + key);
    }
    return value;
  }

  /** Exactly {@code length} bytes, written in hexadecimal digits. The caller wipes secrets. */
  byte[] hex(String key, int length) throws FormatException {
    byte[] raw = value(key);
    try {
      if (raw.length != 2 * length) {
        throw FormatException.damaged("line " + key + " has not " + length + " bytes");
      }
      byte[] decoded = new byte[length];
      for (int i = 0; i < length; i++) {
        if (!HexFormat.isHexDigit(raw[2 * i]) || !HexFormat.isHexDigit(raw[2 * i + 1])) {
          throw FormatException.damaged("no hexadecimal digit in line " + key);
        }
        int high = HexFormat.fromHexDigit(raw[2 * i]);
        decoded[i] = (byte) (high << 4 | HexFormat.fromHexDigit(raw[2 * i + 1]));
      }
      return decoded;
    } finally {
      Arrays.fill(raw, (byte) 0);
    }
  }

  /** The same, as a secret. */
  SecretBytes secret(String key, int length) throws FormatException {
    return SecretBytes.takeAndWipe(hex(key, length));
  }

  /** Parses with whatever the JDK throws on nonsense turned into {@code DAMAGED}. */
  static <T> T parse(String key, Parser<T> parser) throws FormatException {
    try {
      return parser.parse();
    } catch (RuntimeException nonsense) {
      throw FormatException.damaged("nonsense in line " + key);
    }
  }

  /** What {@link #parse} runs. */
  @FunctionalInterface
  interface Parser<T> {
    T parse();
  }

  private static int number(String digits, int max) throws FormatException {
    int value = parse("of a number", () -> Integer.parseInt(digits));
    if (value < 0 || value > max) {
      throw FormatException.damaged("a number out of range");
    }
    return value;
  }

  private byte[] value(String key) throws FormatException {
    if (!at(key)) {
      throw FormatException.damaged("line " + key + " is not where it belongs");
    }
    int start = position + key.length() + 1;
    int stop = start;
    while (stop < end && bytes[stop] != '\n') {
      stop++;
    }
    if (stop == end) {
      throw FormatException.damaged("line " + key + " does not end");
    }
    position = stop + 1;
    return Arrays.copyOfRange(bytes, start, stop);
  }

  private void checkSeal() throws FormatException {
    String expected =
        SealedWriter.SEAL_KEY
            + "="
            + HexFormat.of().formatHex(SealedWriter.sha256(bytes, end))
            + "\n";
    byte[] found = Arrays.copyOfRange(bytes, end, bytes.length);
    if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.US_ASCII), found)) {
      throw FormatException.damaged("its checksum does not match");
    }
  }
}
