package org.officeos.session.bytecode;

import java.util.Objects;

/**
 * An instruction's canonical form: {@code version u8 = 1 | opcode u8 | fields}, a field being
 * {@code critical bit 0x80 and tag u8 | length varint | value}, in ascending order of tags.
 *
 * <p>Exactly one encoding of an instruction is accepted: varints are minimal, no tag comes twice,
 * nothing trails. Fields that are unknown and not critical are kept as they came. Pure; any thread.
 */
public final class InstructionCodec {

  /** Greatest length of an encoded instruction, in bytes. */
  public static final int MAX_BYTES = 4096;

  private InstructionCodec() {}

  /**
   * Encodes. What was written is read back, so that nothing leaves that {@link #decode(byte[])}
   * would refuse; the rejection and its offset are the reader's.
   *
   * @throws RejectedException where the fields do not fit the opcode's schema or their bounds
   */
  public static byte[] encode(Instruction instruction) throws RejectedException {
    byte[] bytes = Envelope.write(instruction.opcode().code(), instruction.fields(), MAX_BYTES);
    decode(bytes);
    return bytes;
  }

  /**
   * Decodes strictly.
   *
   * @throws RejectedException with the first thing that is wrong and where
   */
  public static Instruction decode(byte[] bytes) throws RejectedException {
    return decode(bytes, 0, bytes.length);
  }

  /**
   * Decodes a part of an array strictly; the array may change afterwards.
   *
   * @throws RejectedException with the first thing that is wrong and where, counted from {@code
   *     offset}
   */
  public static Instruction decode(byte[] bytes, int offset, int length) throws RejectedException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    Cursor in = Envelope.open(bytes, offset, length, MAX_BYTES);
    int at = in.offset();
    Opcode opcode = Opcode.of(in.u8());
    if (opcode == null) {
      throw new RejectedException(Rejection.UNKNOWN_CODE, at);
    }
    return new Instruction(opcode, new FieldReader<>(in, TagTable.FIELDS, opcode.schema()).read());
  }
}
