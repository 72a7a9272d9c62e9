package org.officeos.laptop.testing;

import java.util.List;
import org.officeos.session.bytecode.Field;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.bytecode.Turn;

/** Instructions that tests send. */
public final class Asks {

  private Asks() {}

  /** A picture of 64 × 64 in two steps. */
  public static Instruction image() {
    return Instruction.of(Opcode.GENERATE_IMAGE)
        .with(Field.REQUEST_ID, new byte[8])
        .with(Field.PROMPT, "robot cat in space")
        .with(Field.WIDTH, 64)
        .with(Field.HEIGHT, 64)
        .with(Field.STEPS, 2);
  }

  /** A conversation of one turn. */
  public static Instruction chat() {
    return Instruction.of(Opcode.CHAT)
        .with(Field.REQUEST_ID, new byte[8])
        .with(Field.TURNS, List.of(new Turn(Turn.Speaker.USER, "hello")));
  }

  /** A text to continue. */
  public static Instruction complete() {
    return Instruction.of(Opcode.COMPLETE)
        .with(Field.REQUEST_ID, new byte[8])
        .with(Field.PROMPT, "Once upon a time");
  }

  /** Bytes to send back. */
  public static Instruction echo(byte[] data) {
    return Instruction.of(Opcode.ECHO).with(Field.DATA, data);
  }

  /** What may be done. */
  public static Instruction status() {
    return Instruction.of(Opcode.STATUS);
  }
}
