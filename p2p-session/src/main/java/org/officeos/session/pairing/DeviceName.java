package org.officeos.session.pairing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.officeos.session.relationship.Relationship;

/**
 * The name that a device gives itself. It is shown on the peer's screen and terminal, so it may not
 * hold what moves a cursor, breaks a line, or turns the direction of writing.
 */
final class DeviceName {

  /** Longest name in UTF-8, in bytes: three for each of 64 UTF-16 units. */
  static final int MAX_BYTES = 3 * Relationship.MAX_NAME;

  /** Joins people and things to one picture; no harm in it. */
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private DeviceName() {}

  static boolean isFit(String name) {
    return !name.isBlank()
        && name.length() <= Relationship.MAX_NAME
        && name.codePoints().allMatch(DeviceName::isFit);
  }

  static byte[] encode(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }

  static String decode(byte[] utf8) throws PairingException {
    try {
      String name =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(utf8))
              .toString();
      if (isFit(name)) {
        return name;
      }
    } catch (CharacterCodingException notUtf8) {
      throw new PairingException(PairingReason.MALFORMED);
    }
    throw new PairingException(PairingReason.MALFORMED);
  }

  private static boolean isFit(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> codePoint == ZERO_WIDTH_JOINER;
      default -> true;
    };
  }
}
