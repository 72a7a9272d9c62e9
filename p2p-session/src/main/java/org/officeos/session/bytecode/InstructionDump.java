package org.officeos.session.bytecode;

import java.util.HexFormat;
import java.util.Locale;

/**
 * Shows encoded instructions and responses to people, a line for each field: offset, bytes in hex,
 * name, value. What a person may have written is left out of both the hex and the value; only its
 * length is told. Made for commands that explain themselves, not for logs.
 *
 * <pre>
 *   0  01           version
 *   1  20           GENERATE_IMAGE
 *   2  81 08 ..     REQUEST_ID [8]
 *  12  82 12 ..     PROMPT [18]
 *  32  84 02 80 04  WIDTH 512
 * </pre>
 */
public final class InstructionDump {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  private final byte[] bytes;
  private final StringBuilder lines = new StringBuilder();
  private final Cursor in;

  private InstructionDump(byte[] bytes) {
    this.bytes = bytes;
    this.in = new Cursor(bytes, 0, bytes.length);
  }

  /** Lines that show an instruction, or the one that says why and where it was rejected. */
  public static String ofInstruction(byte[] bytes) {
    try {
      Instruction instruction = InstructionCodec.decode(bytes);
      return new InstructionDump(bytes).show(instruction.opcode().name(), instruction.fields());
    } catch (RejectedException e) {
      return rejected(bytes, e);
    }
  }

  /** Lines that show a response, or the one that says why and where it was rejected. */
  public static String ofResponse(byte[] bytes) {
    try {
      Response response = ResponseCodec.decode(bytes);
      return new InstructionDump(bytes).show(response.result().name(), response.metadata());
    } catch (RejectedException e) {
      return rejected(bytes, e);
    }
  }

  private static String rejected(byte[] bytes, RejectedException e) {
    return String.format(Locale.ROOT, "%d bytes, rejected: %s%n", bytes.length, e.getMessage());
  }

  private <T extends Enum<T> & Tag> String show(String code, Fields<T> fields)
      throws RejectedException {
    in.u8();
    line(0, false, "version");
    in.u8();
    line(1, false, code);
    while (in.remaining() > 0) {
      int at = in.offset();
      int number = in.u8() & 0x7f;
      int length = (int) in.varint(bytes.length);
      T tag = fields.table().ofNumber(number);
      if (tag != null && tag.type() == ValueType.NUMBER) {
        long value = in.varint(bytes.length);
        line(at, false, tag + " " + value);
      } else {
        line(at, true, (tag == null ? "#" + number : tag) + " [" + length + "]");
        in.take(length);
      }
    }
    return lines.toString();
  }

  private void line(int from, boolean hidden, String words) {
    String hex = HEX.formatHex(bytes, from, in.offset()) + (hidden ? " .." : "");
    lines.append(String.format(Locale.ROOT, "%4d  %-11s  %s%n", from, hex, words));
  }
}
