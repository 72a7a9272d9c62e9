package org.officeos.session.bytecode;

import static org.officeos.session.bytecode.Field.ANSWER_SIZE;
import static org.officeos.session.bytecode.Field.DATA;
import static org.officeos.session.bytecode.Field.DEADLINE_MILLIS;
import static org.officeos.session.bytecode.Field.HEIGHT;
import static org.officeos.session.bytecode.Field.MAX_TOKENS;
import static org.officeos.session.bytecode.Field.MODEL;
import static org.officeos.session.bytecode.Field.NEGATIVE_PROMPT;
import static org.officeos.session.bytecode.Field.PROMPT;
import static org.officeos.session.bytecode.Field.RECEIPT;
import static org.officeos.session.bytecode.Field.REQUEST_ID;
import static org.officeos.session.bytecode.Field.SCREEN_HEIGHT;
import static org.officeos.session.bytecode.Field.SCREEN_WIDTH;
import static org.officeos.session.bytecode.Field.SEED;
import static org.officeos.session.bytecode.Field.STEPS;
import static org.officeos.session.bytecode.Field.STYLE;
import static org.officeos.session.bytecode.Field.SYSTEM;
import static org.officeos.session.bytecode.Field.TEMPERATURE_MILLI;
import static org.officeos.session.bytecode.Field.TURNS;
import static org.officeos.session.bytecode.Field.WIDTH;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked. Blocks: 0x00 control, 0x10 language model, 0x20 image, 0x30 file and web, 0x40
 * compute and data, 0x50 status.
 */
public enum Opcode {
  /** Sends {@link Field#DATA} back, cut or repeated to {@link Field#ANSWER_SIZE}. */
  ECHO(0x01, EnumSet.of(DATA), EnumSet.of(ANSWER_SIZE)),
  /** Continues a text; the answer streams as UTF-8. */
  COMPLETE(0x10, EnumSet.of(REQUEST_ID, PROMPT), EnumSet.of(MODEL, MAX_TOKENS, TEMPERATURE_MILLI)),
  /** Answers a conversation; the answer streams as UTF-8. */
  CHAT(
      0x11,
      EnumSet.of(REQUEST_ID, TURNS),
      EnumSet.of(MODEL, MAX_TOKENS, TEMPERATURE_MILLI, SYSTEM)),
  /** Draws a picture; the answer is PNG or JPEG, fitted to the screen. */
  GENERATE_IMAGE(
      0x20,
      EnumSet.of(REQUEST_ID, PROMPT, WIDTH, HEIGHT, STEPS),
      EnumSet.of(NEGATIVE_PROMPT, SEED, STYLE, SCREEN_WIDTH, SCREEN_HEIGHT, MODEL)),
  /** Says what this relationship may do and what is left of each limit, as UTF-8 JSON. */
  STATUS(0x50, EnumSet.noneOf(Field.class), EnumSet.noneOf(Field.class));

  private static final @Nullable Opcode[] BY_CODE = new @Nullable Opcode[256];

  static {
    for (Opcode opcode : values()) {
      BY_CODE[opcode.code] = opcode;
    }
  }

  private final int code;
  private final Set<Field> required;
  private final Set<Field> optional;
  private final Schema schema;

  Opcode(int code, EnumSet<Field> required, EnumSet<Field> optional) {
    this.code = code;
    this.required = Set.copyOf(required);
    EnumSet<Field> all = EnumSet.copyOf(optional);
    all.add(RECEIPT);
    all.add(DEADLINE_MILLIS);
    this.optional = Set.copyOf(all);
    this.schema = Schema.of(this.required, this.optional);
  }

  /** The byte that stands for this opcode on the wire. */
  public int code() {
    return code;
  }

  /** Fields that must be there. */
  public Set<Field> required() {
    return required;
  }

  /** Fields that may be there. */
  public Set<Field> optional() {
    return optional;
  }

  Schema schema() {
    return schema;
  }

  /** The opcode of a byte of 0 to 255, where there is one. */
  static @Nullable Opcode of(int code) {
    return BY_CODE[code];
  }
}
