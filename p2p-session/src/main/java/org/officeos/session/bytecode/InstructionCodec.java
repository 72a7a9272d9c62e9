package org.officeos.session.bytecode;

/**
 * An instruction's canonical form: {@code version u8 = 1 | opcode u8 | fields}, a field being
 * {@code critical bit and tag u8 | length varint | value}, in ascending order of tags.
 */
public final class InstructionCodec {

  /** Greatest length of an encoded instruction, in bytes. */
  public static final int MAX_BYTES = 4096;

  private InstructionCodec() {}

  /**
   * Encodes.
   *
   * @throws RejectedException where the fields do not fit the opcode's schema
   */
  public static byte[] encode(Instruction instruction) throws RejectedException {
    throw new UnsupportedOperationException("being built");
  }

  /**
   * Decodes strictly: exactly one encoding of an instruction is accepted.
   *
   * @throws RejectedException with the first thing that is wrong and where
   */
  public static Instruction decode(byte[] bytes) throws RejectedException {
    throw new UnsupportedOperationException("being built");
  }
}
