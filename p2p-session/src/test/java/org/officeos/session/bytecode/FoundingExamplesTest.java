package org.officeos.session.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The founding document's instructions, as a real client sends them: 50 to 500 bytes. */
final class FoundingExamplesTest {

  @Test
  void robotCatInSpace() throws RejectedException {
    assertEquals(51, typicalSize(Samples.picture("robot cat in space")));
  }

  @Test
  void sunsetOverMountains() throws RejectedException {
    assertEquals(
        65, typicalSize(Samples.picture("sunset over mountains").with(Field.STYLE, "realistic")));
  }

  @Test
  void sunsetOverMountainsWithEverythingThatCanBeSaid() throws RejectedException {
    Instruction full =
        Samples.picture("sunset over mountains")
            .with(Field.STYLE, "realistic")
            .with(Field.NEGATIVE_PROMPT, "people, text, watermark")
            .with(Field.SEED, 4_000_000_000L)
            .with(Field.MODEL, "sd-v1-5")
            .with(Field.RECEIPT, 1)
            .with(Field.DEADLINE_MILLIS, 120_000);
    assertEquals(114, typicalSize(full));
  }

  @Test
  void aCompletion() throws RejectedException {
    Instruction completion =
        Instruction.of(Opcode.COMPLETE)
            .with(Field.REQUEST_ID, Samples.REQUEST_ID)
            .with(Field.PROMPT, "Once upon a time, on a very small screen,")
            .with(Field.MAX_TOKENS, 256)
            .with(Field.TEMPERATURE_MILLI, 700);
    assertEquals(63, typicalSize(completion));
  }

  @Test
  void aConversation() throws RejectedException {
    Instruction chat =
        Instruction.of(Opcode.CHAT)
            .with(Field.REQUEST_ID, Samples.REQUEST_ID)
            .with(Field.MAX_TOKENS, 256)
            .with(Field.SYSTEM, "Answer in one short paragraph.")
            .with(
                Field.TURNS,
                List.of(
                    new Turn(Turn.Speaker.USER, "Why is the sky blue?"),
                    new Turn(Turn.Speaker.ASSISTANT, "Air scatters short waves more."),
                    new Turn(Turn.Speaker.USER, "And at sunset?")));
    assertEquals(120, typicalSize(chat));
  }

  private static int typicalSize(Instruction instruction) throws RejectedException {
    byte[] bytes = InstructionCodec.encode(instruction);
    assertEquals(instruction, InstructionCodec.decode(bytes));
    assertTrue(bytes.length >= 50 && bytes.length <= 500, bytes.length + " bytes");
    return bytes.length;
  }
}
