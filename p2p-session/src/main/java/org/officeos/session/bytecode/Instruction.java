package org.officeos.session.bytecode;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a handheld asks of its laptop. Immutable; prints lengths, never a person's words. Whether
 * the fields fit the opcode's schema is checked when it is encoded, and again when it is decoded.
 *
 * <p>An operand may one day refer to an earlier result, so that several instructions travel as one
 * program; tags 100 to 127 are kept free for that.
 *
 * <p>Fields that the decoder did not know and could pass over are kept, count in {@code equals} and
 * are encoded again as they came.
 */
public final class Instruction {

  private final Opcode opcode;
  private final Fields<Field> fields;

  Instruction(Opcode opcode, Fields<Field> fields) {
    this.opcode = opcode;
    this.fields = fields;
  }

  /** An instruction without fields; add them with {@code with}. */
  public static Instruction of(Opcode opcode) {
    return new Instruction(opcode, Fields.none(TagTable.FIELDS));
  }

  /**
   * A copy with a text. Here and below: a value in another form than the field's type is a fault of
   * the caller, an {@link IllegalArgumentException}; its bounds are checked when it is encoded.
   */
  public Instruction with(Field field, String text) {
    return new Instruction(opcode, fields.with(field, text));
  }

  /** A copy with a number. */
  public Instruction with(Field field, long number) {
    return new Instruction(opcode, fields.with(field, number));
  }

  /** A copy with bytes, which are copied. */
  public Instruction with(Field field, byte[] bytes) {
    return new Instruction(opcode, fields.with(field, bytes));
  }

  /** A copy with a conversation. */
  public Instruction with(Field field, List<Turn> turns) {
    return new Instruction(opcode, fields.with(field, List.copyOf(turns)));
  }

  /** What is asked. */
  public Opcode opcode() {
    return opcode;
  }

  /** Whether the field is there. */
  public boolean has(Field field) {
    return fields.has(field);
  }

  /** A text field, where it is there. */
  public Optional<String> text(Field field) {
    return fields.text(field);
  }

  /** A number field, where it is there. */
  public OptionalLong number(Field field) {
    return fields.number(field);
  }

  /** A bytes field, where it is there; a fresh copy. */
  public Optional<byte[]> bytes(Field field) {
    return fields.bytes(field);
  }

  /** A conversation, empty where it is not there. */
  public List<Turn> turns(Field field) {
    return fields.turns(field);
  }

  Fields<Field> fields() {
    return fields;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Instruction that && opcode == that.opcode && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return 31 * opcode.hashCode() + fields.hashCode();
  }

  @Override
  public String toString() {
    return opcode + " {" + fields + "}";
  }
}
