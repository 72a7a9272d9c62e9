package org.officeos.session.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever ends up in a log has numbers and lengths, never a person's words. */
final class PrintsNoWordsTest {

  private static final String SECRET = "mydiary";

  @Test
  void everyInstructionThatCouldCarryWords() {
    Instruction all = Instruction.of(Opcode.CHAT).with(Field.STEPS, 20);
    for (Field field : Field.values()) {
      all =
          switch (field.type()) {
            case NUMBER -> all;
            case TEXT -> all.with(field, SECRET);
            case BYTES -> all.with(field, SECRET.getBytes(StandardCharsets.UTF_8));
            case TURNS -> all.with(field, List.of(new Turn(Turn.Speaker.USER, SECRET)));
          };
    }
    assertEquals(
        "CHAT {REQUEST_ID=[7], PROMPT=[7], NEGATIVE_PROMPT=[7], STEPS=20, STYLE=[7], MODEL=[7],"
            + " SYSTEM=[7], TURNS=[1], DATA=[7]}",
        all.toString());
  }

  @Test
  void aTurn() {
    assertEquals("USER[7]", new Turn(Turn.Speaker.USER, SECRET).toString());
  }

  @Test
  void aResponse() {
    assertEquals(
        "UPSTREAM_ERROR {DETAIL=[7], TOKENS_IN=12}",
        Response.of(ResultCode.UPSTREAM_ERROR)
            .with(Meta.DETAIL, SECRET)
            .with(Meta.TOKENS_IN, 12)
            .toString());
  }

  @Test
  void anUnknownField() throws RejectedException {
    Instruction decoded = InstructionCodec.decode(Refusals.hex("0150 1e07 6d796469617279"));
    assertEquals("STATUS {#30=[7]}", decoded.toString());
  }

  @Test
  void aRejection() {
    Instruction bad = Samples.picture(SECRET + (char) 0xd800);
    RejectedException refused =
        assertThrows(RejectedException.class, () -> InstructionCodec.encode(bad));
    assertFalse(refused.toString().contains(SECRET));
    assertEquals("BAD_UTF8 at byte 21", refused.getMessage());
  }
}
