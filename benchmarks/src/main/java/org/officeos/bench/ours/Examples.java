package org.officeos.bench.ours;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.bytecode.Turn;

/** The instructions that the figures speak of. */
public final class Examples {

  /** Length of the small instruction's own encoding, in bytes. */
  public static final int SMALL_BYTES = 120;

  /** Length of the small answer's body, in bytes. */
  public static final int SMALL_ANSWER = 200;

  // version, opcode; tag and length of the data; tag, length and two bytes of the answer's size
  private static final int AROUND_THE_DATA = 2 + 2 + 4;

  private Examples() {}

  /** An echo whose encoding has exactly {@link #SMALL_BYTES}, to be answered with 200 bytes. */
  public static Instruction small() {
    return Instruction.of(Opcode.ECHO)
        .with(Field.DATA, new byte[SMALL_BYTES - AROUND_THE_DATA])
        .with(Field.ANSWER_SIZE, SMALL_ANSWER);
  }

  /** A request for an answer of {@code bytes}. */
  public static Instruction stream(int bytes) {
    return Instruction.of(Opcode.ECHO).with(Field.DATA, new byte[0]).with(Field.ANSWER_SIZE, bytes);
  }

  /** The founding document's examples, and the other opcodes in its manner, by a short name. */
  public static Map<String, Instruction> typical() {
    byte[] requestId = {1, 2, 3, 4, 5, 6, 7, 8};
    Map<String, Instruction> examples = new LinkedHashMap<>();
    examples.put("image, robot cat in space", image(requestId, "robot cat in space"));
    examples.put(
        "image, sunset over mountains, realistic",
        image(requestId, "sunset over mountains").with(Field.STYLE, "realistic"));
    examples.put(
        "completion, 100 tokens",
        Instruction.of(Opcode.COMPLETE)
            .with(Field.REQUEST_ID, requestId)
            .with(Field.PROMPT, "Write a short story about a robot cat that lives in space.")
            .with(Field.MAX_TOKENS, 100)
            .with(Field.TEMPERATURE_MILLI, 700));
    examples.put(
        "chat, one question",
        Instruction.of(Opcode.CHAT)
            .with(Field.REQUEST_ID, requestId)
            .with(Field.TURNS, List.of(new Turn(Turn.Speaker.USER, "Why is the sky blue?"))));
    return examples;
  }

  private static Instruction image(byte[] requestId, String prompt) {
    return Instruction.of(Opcode.GENERATE_IMAGE)
        .with(Field.REQUEST_ID, requestId)
        .with(Field.PROMPT, prompt)
        .with(Field.WIDTH, 512)
        .with(Field.HEIGHT, 512)
        .with(Field.STEPS, 20)
        .with(Field.SCREEN_WIDTH, 640)
        .with(Field.SCREEN_HEIGHT, 480);
  }
}
