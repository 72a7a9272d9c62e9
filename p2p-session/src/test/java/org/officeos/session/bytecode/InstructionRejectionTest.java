package org.officeos.session.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.officeos.session.bytecode.Refusals.assertInstructionRefused;
import static org.officeos.session.bytecode.Refusals.assertRefused;
import static org.officeos.session.bytecode.Refusals.hex;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Every rejection of an instruction's bytes, each with its offset. */
final class InstructionRejectionTest {

  private static final String ID = "8108 0102030405060708 ";

  /** A picture up to its height, which ends at byte 25. */
  private static final String PICTURE = "0120 " + ID + "8203 636174 8402 8004 8502 8004 ";

  @Test
  void truncated() {
    assertInstructionRefused(Rejection.TRUNCATED, 0, "");
    assertInstructionRefused(Rejection.TRUNCATED, 1, "01");
    assertInstructionRefused(Rejection.TRUNCATED, 3, "0150 13");
    assertInstructionRefused(Rejection.TRUNCATED, 4, "0150 13 80");
  }

  @Test
  void oversized() {
    byte[] large = Arrays.copyOf(hex("02"), InstructionCodec.MAX_BYTES + 1);
    assertRefused(Rejection.OVERSIZED, 4096, () -> InstructionCodec.decode(large));
    assertRefused(
        Rejection.WRONG_VERSION, 0, () -> InstructionCodec.decode(Arrays.copyOf(large, 4096)));
  }

  @Test
  void wrongVersion() {
    assertInstructionRefused(Rejection.WRONG_VERSION, 0, "0250");
    assertInstructionRefused(Rejection.WRONG_VERSION, 0, "00");
    assertInstructionRefused(Rejection.WRONG_VERSION, 0, "ff50");
  }

  @Test
  void unknownCode() {
    int known = 0;
    for (int code = 0; code < 256; code++) {
      if (Opcode.of(code) == null) {
        assertInstructionRefused(Rejection.UNKNOWN_CODE, 1, String.format("01%02x", code));
      } else {
        known++;
      }
    }
    assertEquals(Opcode.values().length, known);
  }

  @Test
  void badVarintInALength() {
    assertInstructionRefused(Rejection.BAD_VARINT, 3, "0101 90 8400 70696e67");
    assertInstructionRefused(Rejection.BAD_VARINT, 3, "0101 90 8000");
    assertInstructionRefused(Rejection.BAD_VARINT, 3, "0101 90 ffffffffffffff1f");
    assertInstructionRefused(Rejection.BAD_VARINT, 3, "0101 90 ffffffffffffffffff01");
  }

  @Test
  void badVarintInANumber() {
    String echo = "0101 9000 ";
    assertInstructionRefused(Rejection.BAD_VARINT, 6, echo + "9102 c800");
    assertInstructionRefused(Rejection.BAD_VARINT, 6, echo + "9103 c80100");
    assertInstructionRefused(Rejection.BAD_VARINT, 6, echo + "9100");
    assertInstructionRefused(Rejection.BAD_VARINT, 6, echo + "9101 80 120101");
    assertInstructionRefused(Rejection.BAD_VARINT, 6, echo + "9108 8080808080808010");
  }

  @Test
  void unsorted() {
    assertInstructionRefused(Rejection.UNSORTED, 9, "0101 9000 1303 b0ea01 1201 01 9100");
    assertInstructionRefused(Rejection.UNSORTED, 7, "0101 9000 9101 05 8108");
    assertInstructionRefused(Rejection.UNSORTED, 2, "0150 0000");
    assertInstructionRefused(Rejection.UNSORTED, 2, "0150 8000");
  }

  @Test
  void duplicate() {
    assertInstructionRefused(Rejection.DUPLICATE, 8, "0101 9004 70696e67 9004 70696e67");
    assertInstructionRefused(Rejection.DUPLICATE, 4, "0150 1e00 1e00");
    assertInstructionRefused(Rejection.DUPLICATE, 4, "0101 9000 1000");
  }

  @Test
  void unknownCritical() {
    assertInstructionRefused(Rejection.UNKNOWN_CRITICAL, 2, "0150 9e00");
    assertInstructionRefused(Rejection.UNKNOWN_CRITICAL, 2, "0150 ff");
    assertInstructionRefused(Rejection.UNKNOWN_CRITICAL, 4, "0101 9000 e401 00");
  }

  @Test
  void wrongCriticality() {
    assertInstructionRefused(Rejection.WRONG_CRITICALITY, 2, "0101 1004 70696e67");
    assertInstructionRefused(Rejection.WRONG_CRITICALITY, 2, "0150 9201 01");
  }

  @Test
  void lengthBeyondEnd() {
    assertInstructionRefused(Rejection.LENGTH_BEYOND_END, 3, "0101 9005 70696e67");
    assertInstructionRefused(Rejection.LENGTH_BEYOND_END, 3, "0150 1e ffffffffffffff0f");
    assertInstructionRefused(Rejection.LENGTH_BEYOND_END, 3, "0101 90 ffffffff0f 70");
  }

  @Test
  void outOfBounds() {
    assertInstructionRefused(Rejection.OUT_OF_BOUNDS, 4, "0110 8107 01020304050607");
    assertInstructionRefused(Rejection.OUT_OF_BOUNDS, 4, "0110 8109 010203040506070809");
    assertInstructionRefused(Rejection.OUT_OF_BOUNDS, 14, "0110 " + ID + "8200");
    assertInstructionRefused(Rejection.OUT_OF_BOUNDS, 27, PICTURE + "8601 00");
    assertInstructionRefused(Rejection.OUT_OF_BOUNDS, 27, PICTURE + "8602 9701");
    assertInstructionRefused(Rejection.OUT_OF_BOUNDS, 4, "0150 1201 02");
  }

  @Test
  void badUtf8() {
    assertInstructionRefused(Rejection.BAD_UTF8, 15, "0110 " + ID + "8203 61ff62");
    assertInstructionRefused(Rejection.BAD_UTF8, 15, "0110 " + ID + "8203 61c080");
    assertInstructionRefused(Rejection.BAD_UTF8, 17, "0110 " + ID + "8206 efbfbd eda080");
    assertInstructionRefused(Rejection.BAD_UTF8, 14, "0110 " + ID + "8204 f4908080");
    assertInstructionRefused(Rejection.BAD_UTF8, 15, "0110 " + ID + "8203 61e282");
  }

  @Test
  void badTurns() {
    String chat = "0111 " + ID + "8f";
    assertInstructionRefused(Rejection.BAD_TURNS, 14, chat + "00");
    assertInstructionRefused(Rejection.BAD_TURNS, 15, chat + "01 01");
    assertInstructionRefused(Rejection.BAD_TURNS, 15, chat + "03 010061");
    assertInstructionRefused(Rejection.BAD_TURNS, 14, chat + "03 000161");
    assertInstructionRefused(Rejection.BAD_TURNS, 14, chat + "03 030161");
    assertInstructionRefused(Rejection.BAD_TURNS, 14, chat + "03 020161");
    assertInstructionRefused(Rejection.BAD_TURNS, 17, chat + "06 010161 020162");
    assertInstructionRefused(Rejection.BAD_TURNS, 18, chat + "04 010161 01 1303b0ea01");
    assertInstructionRefused(Rejection.BAD_TURNS, 19, chat + "05 010161 0180 1303b0ea01");
  }

  @Test
  void otherFaultsInsideOfTurnsHaveTheirOwnNames() {
    String chat = "0111 " + ID + "8f";
    assertInstructionRefused(Rejection.LENGTH_BEYOND_END, 15, chat + "03 010261 1303b0ea01");
    assertInstructionRefused(Rejection.BAD_VARINT, 15, chat + "04 01810061");
    assertInstructionRefused(Rejection.BAD_UTF8, 19, chat + "06 010161 0101ff");
  }

  @Test
  void notInSchema() {
    assertInstructionRefused(Rejection.NOT_IN_SCHEMA, 2, "0150 9000");
    assertInstructionRefused(Rejection.NOT_IN_SCHEMA, 2, "0101 8402 8004");
    assertInstructionRefused(Rejection.NOT_IN_SCHEMA, 17, "0110 " + ID + "8203 636174 8402 8004");
  }

  @Test
  void missing() {
    assertInstructionRefused(Rejection.MISSING, 2, "0101");
    assertInstructionRefused(Rejection.MISSING, 12, "0110 " + ID);
    assertInstructionRefused(Rejection.MISSING, 9, "0101 1303 b0ea01 1e00");
  }

  @Test
  void badCombination() {
    String upToWidth = "0120 " + ID + "8203 636174 ";
    assertInstructionRefused(Rejection.BAD_COMBINATION, 19, upToWidth + "8402 8104 8502 8004");
    assertInstructionRefused(
        Rejection.BAD_COMBINATION, 23, upToWidth + "8402 8004 8502 8404 8601 14");
    assertInstructionRefused(Rejection.BAD_COMBINATION, 35, PICTURE + "8601 14 0902 8005 1201 01");
    assertInstructionRefused(Rejection.BAD_COMBINATION, 32, PICTURE + "8601 14 0a02 e003");
  }

  @Test
  void everyTruncationOfASampleIsRefusedOrIsAnInstructionOfItsOwn() throws RejectedException {
    int refused = 0;
    for (Instruction sample : Samples.oneForEachOpcode().values()) {
      byte[] whole = InstructionCodec.encode(sample);
      for (int length = 0; length < whole.length; length++) {
        byte[] part = Arrays.copyOf(whole, length);
        try {
          assertEquals(
              Arrays.toString(part),
              Arrays.toString(InstructionCodec.encode(InstructionCodec.decode(part))));
        } catch (RejectedException expected) {
          assertEquals(true, expected.offset() <= length);
          refused++;
        }
      }
    }
    assertEquals(130, refused);
  }
}
