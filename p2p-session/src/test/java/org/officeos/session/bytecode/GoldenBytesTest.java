package org.officeos.session.bytecode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The wire format, byte for byte, so that it cannot drift. */
final class GoldenBytesTest {

  private static final Map<Opcode, String> GOLDEN = new EnumMap<>(Opcode.class);

  static {
    GOLDEN.put(Opcode.ECHO, "0101 9004 70696e67 9102 c801 1201 01 1303 b0ea01");
    GOLDEN.put(
        Opcode.COMPLETE, "0110 8108 0102030405060708 8204 4f6e6365 8b02 6d31 8c01 40 8d02 bc05");
    GOLDEN.put(
        Opcode.CHAT,
        "0111 8108 0102030405060708 8c02 8002 8f11 01 02 4869 02 05 48656c6c6f 01 04 4fc3b93f");
    GOLDEN.put(
        Opcode.GENERATE_IMAGE,
        "0120 8108 0102030405060708 8212 726f626f742063617420696e207370616365"
            + " 8402 8004 8502 8004 8601 14 0902 8005 0a02 e003");
    GOLDEN.put(Opcode.STATUS, "0150");
  }

  @Test
  void everyOpcodeHasItsGoldenBytes() throws RejectedException {
    assertEquals(EnumSet.allOf(Opcode.class), GOLDEN.keySet());
    for (Map.Entry<Opcode, Instruction> sample : Samples.oneForEachOpcode().entrySet()) {
      String golden = GOLDEN.getOrDefault(sample.getKey(), "none").replace(" ", "");
      byte[] encoded = InstructionCodec.encode(sample.getValue());
      assertEquals(golden, HexFormat.of().formatHex(encoded), sample.getKey().name());
      assertEquals(sample.getValue(), InstructionCodec.decode(encoded));
    }
  }

  @Test
  void aDeliveredPicturesResponseHasItsGoldenBytes() throws RejectedException {
    String golden =
        "0100 0209 696d6167652f706e67 0302 e003 0402 e003 0503 e0a712 0704 8092f401 0802 dc0b"
            + " 0901 1d 0d01 2a 1302 8004 1402 8004";
    byte[] encoded = ResponseCodec.encode(Samples.delivered());
    assertEquals(golden.replace(" ", ""), HexFormat.of().formatHex(encoded));
    assertEquals(Samples.delivered(), ResponseCodec.decode(encoded));
  }

  @Test
  void aRefusalHasItsGoldenBytes() throws RejectedException {
    byte[] encoded = ResponseCodec.encode(Samples.refused());
    assertEquals(
        "0104 0111 576169742074776f207365636f6e64732e 0b02 d00f".replace(" ", ""),
        HexFormat.of().formatHex(encoded));
    assertEquals(Samples.refused(), ResponseCodec.decode(encoded));
  }

  @Test
  void aPartOfAnArrayIsReadAloneAndRejectedFromItsOwnStart() throws RejectedException {
    byte[] encoded = InstructionCodec.encode(Samples.echo());
    byte[] wide = new byte[encoded.length + 20];
    System.arraycopy(encoded, 0, wide, 7, encoded.length);
    Instruction decoded = InstructionCodec.decode(wide, 7, encoded.length);
    assertEquals(Samples.echo(), decoded);
    wide[7] = 2;
    RejectedException refused =
        assertThrows(
            RejectedException.class, () -> InstructionCodec.decode(wide, 7, encoded.length));
    assertEquals(Rejection.WRONG_VERSION, refused.rejection());
    assertEquals(0, refused.offset());
    wide[7 + 4] = 'x';
    assertArrayEquals(new byte[] {'p', 'i', 'n', 'g'}, decoded.bytes(Field.DATA).orElseThrow());
  }
}
