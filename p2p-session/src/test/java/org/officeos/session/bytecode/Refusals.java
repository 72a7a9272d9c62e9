package org.officeos.session.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.api.function.Executable;

/** Says in one line what is refused, why and where. */
final class Refusals {

  private Refusals() {}

  static byte[] hex(String spaced) {
    return HexFormat.of().parseHex(spaced.replace(" ", ""));
  }

  static void assertInstructionRefused(Rejection why, int offset, String spacedHex) {
    assertRefused(why, offset, () -> InstructionCodec.decode(hex(spacedHex)));
  }

  static void assertResponseRefused(Rejection why, int offset, String spacedHex) {
    assertRefused(why, offset, () -> ResponseCodec.decode(hex(spacedHex)));
  }

  static void assertRefused(Rejection why, int offset, Executable call) {
    RejectedException refused = assertThrows(RejectedException.class, call);
    assertEquals(why + " at byte " + offset, refused.getMessage());
    assertEquals(why, refused.rejection());
    assertEquals(offset, refused.offset());
  }
}
