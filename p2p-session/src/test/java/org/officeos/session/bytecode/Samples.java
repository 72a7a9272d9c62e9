package org.officeos.session.bytecode;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One instruction for each opcode and some responses, as real ends send them. */
final class Samples {

  static final byte[] REQUEST_ID = {1, 2, 3, 4, 5, 6, 7, 8};

  private Samples() {}

  static Instruction picture(String prompt) {
    return Instruction.of(Opcode.GENERATE_IMAGE)
        .with(Field.REQUEST_ID, REQUEST_ID)
        .with(Field.PROMPT, prompt)
        .with(Field.WIDTH, 512)
        .with(Field.HEIGHT, 512)
        .with(Field.STEPS, 20)
        .with(Field.SCREEN_WIDTH, 640)
        .with(Field.SCREEN_HEIGHT, 480);
  }

  static Instruction chat() {
    return Instruction.of(Opcode.CHAT)
        .with(Field.REQUEST_ID, REQUEST_ID)
        .with(Field.MAX_TOKENS, 256)
        .with(
            Field.TURNS,
            List.of(
                new Turn(Turn.Speaker.USER, "Hi"),
                new Turn(Turn.Speaker.ASSISTANT, "Hello"),
                new Turn(Turn.Speaker.USER, "Où?")));
  }

  static Instruction echo() {
    return Instruction.of(Opcode.ECHO)
        .with(Field.DATA, "ping".getBytes(StandardCharsets.US_ASCII))
        .with(Field.ANSWER_SIZE, 200)
        .with(Field.RECEIPT, 1)
        .with(Field.DEADLINE_MILLIS, 30_000);
  }

  static Instruction complete() {
    return Instruction.of(Opcode.COMPLETE)
        .with(Field.REQUEST_ID, REQUEST_ID)
        .with(Field.PROMPT, "Once")
        .with(Field.MODEL, "m1")
        .with(Field.MAX_TOKENS, 64)
        .with(Field.TEMPERATURE_MILLI, 700);
  }

  static Map<Opcode, Instruction> oneForEachOpcode() {
    Map<Opcode, Instruction> all = new LinkedHashMap<>();
    all.put(Opcode.ECHO, echo());
    all.put(Opcode.COMPLETE, complete());
    all.put(Opcode.CHAT, chat());
    all.put(Opcode.GENERATE_IMAGE, picture("robot cat in space"));
    all.put(Opcode.STATUS, Instruction.of(Opcode.STATUS));
    return all;
  }

  static Response delivered() {
    return Response.of(ResultCode.OK)
        .with(Meta.CONTENT_TYPE, "image/png")
        .with(Meta.WIDTH, 480)
        .with(Meta.HEIGHT, 480)
        .with(Meta.LENGTH, 300_000)
        .with(Meta.UPSTREAM_MICROS, 4_000_000)
        .with(Meta.OVERHEAD_MICROS, 1500)
        .with(Meta.REMAINING_MINUTE, 29)
        .with(Meta.SEED, 42)
        .with(Meta.DRAWN_WIDTH, 512)
        .with(Meta.DRAWN_HEIGHT, 512);
  }

  static Response refused() {
    return Response.of(ResultCode.RATE_LIMITED)
        .with(Meta.DETAIL, "Wait two seconds.")
        .with(Meta.RETRY_AFTER_MILLIS, 2000);
  }
}
