package org.officeos.handheld.client;

import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Opcode;

/**
 * A text to continue.
 *
 * @param prompt the text, 1 to 3000 bytes of UTF-8
 * @param options how
 */
public record CompleteRequest(String prompt, TextOptions options) {

  /** Refuses what no instruction can carry. */
  public CompleteRequest {
    Bounds.text("the prompt", prompt, Field.PROMPT);
  }

  /** The instruction that asks for it. */
  Instruction toInstruction(RequestId id) {
    return options.addTo(
        Instruction.of(Opcode.COMPLETE)
            .with(Field.REQUEST_ID, id.toBytes())
            .with(Field.PROMPT, prompt));
  }
}
