package org.officeos.session.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The dump names every field, shows numbers and hides words. */
final class InstructionDumpTest {

  @Test
  void aPicture() throws RejectedException {
    assertEquals(
        List.of(
            "   0  01           version",
            "   1  20           GENERATE_IMAGE",
            "   2  81 08 ..     REQUEST_ID [8]",
            "  12  82 12 ..     PROMPT [18]",
            "  32  84 02 80 04  WIDTH 512",
            "  36  85 02 80 04  HEIGHT 512",
            "  40  86 01 14     STEPS 20",
            "  43  09 02 80 05  SCREEN_WIDTH 640",
            "  47  0a 02 e0 03  SCREEN_HEIGHT 480"),
        InstructionDump.ofInstruction(
                InstructionCodec.encode(Samples.picture("robot cat in space")))
            .lines()
            .toList());
  }

  @Test
  void aConversationAndAnUnknownFieldAreHidden() {
    String chat = "0111 8108 0102030405060708 8f06 0104 73616665 6402 6162";
    assertEquals(
        List.of(
            "   0  01           version",
            "   1  11           CHAT",
            "   2  81 08 ..     REQUEST_ID [8]",
            "  12  8f 06 ..     TURNS [6]",
            "  20  64 02 ..     #100 [2]"),
        InstructionDump.ofInstruction(Refusals.hex(chat)).lines().toList());
  }

  @Test
  void aResponse() throws RejectedException {
    assertEquals(
        List.of(
            "   0  01           version",
            "   1  04           RATE_LIMITED",
            "   2  01 11 ..     DETAIL [17]",
            "  21  0b 02 d0 0f  RETRY_AFTER_MILLIS 2000"),
        InstructionDump.ofResponse(ResponseCodec.encode(Samples.refused())).lines().toList());
  }

  @Test
  void whatIsRejectedSaysWhyAndWhereAndNothingElse() {
    assertEquals(
        List.of("8 bytes, rejected: LENGTH_BEYOND_END at byte 3"),
        InstructionDump.ofInstruction(Refusals.hex("0101 9005 73616665")).lines().toList());
    assertEquals(
        List.of("3 bytes, rejected: TRUNCATED at byte 3"),
        InstructionDump.ofResponse(Refusals.hex("0100 01")).lines().toList());
  }
}
