package org.officeos.hal.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import org.officeos.hal.netlink.FormatException.Reason;

/**
 * One netlink attribute: its type without the two flag bits, and a view of its value. Reading a
 * value as what it is not is refused by name.
 *
 * <p>Source: struct nlattr in linux/netlink.h.
 */
public final class Attribute {

  private final int type;
  private final byte[] bytes;
  private final int from;
  private final int to;

  Attribute(int type, byte[] bytes, int from, int to) {
    this.type = type;
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  /** 0 to 16383: which attribute, or in a list the place in it. */
  public int type() {
    return type;
  }

  /** Bytes in the value. */
  public int length() {
    return to - from;
  }

  /** The value as it is, a fresh copy. */
  public byte[] bytes() {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** One byte, 0 to 255. {@code WRONG_SIZE}. */
  public int u8() throws FormatException {
    return sized(Byte.BYTES).get(from) & 0xff;
  }

  /** Two bytes, 0 to 65535. {@code WRONG_SIZE}. */
  public int u16() throws FormatException {
    return sized(Short.BYTES).getShort(from) & 0xffff;
  }

  /** Four bytes, all 32 bits of them. {@code WRONG_SIZE}. */
  public int u32() throws FormatException {
    return sized(Integer.BYTES).getInt(from);
  }

  /** Four bytes that mean a number of things. {@code WRONG_SIZE}, {@code OUT_OF_RANGE}. */
  public int count() throws FormatException {
    int count = u32();
    if (count < 0) {
      throw new FormatException(Reason.OUT_OF_RANGE, from);
    }
    return count;
  }

  /** Eight bytes. {@code WRONG_SIZE}. */
  public long u64() throws FormatException {
    return sized(Long.BYTES).getLong(from);
  }

  /**
   * A text as the kernel writes it, ended by a zero byte. Every byte outside of printable ASCII,
   * and the backslash, becomes {@code \xNN}: two names are never shown alike, and none of them can
   * move a terminal's cursor.
   *
   * @param most bytes the kernel allows for this kind, without the zero byte
   * @throws FormatException {@code TEXT_WITHOUT_END}, {@code TEXT_TOO_LONG}
   */
  public String text(int most) throws FormatException {
    int end = from;
    while (end < to && bytes[end] != 0) {
      end++;
    }
    if (end == to) {
      throw new FormatException(Reason.TEXT_WITHOUT_END, from);
    }
    if (end - from > most) {
      throw new FormatException(Reason.TEXT_TOO_LONG, from);
    }
    return shown(bytes, from, end);
  }

  /** The attributes inside. {@code ATTRIBUTE_TRUNCATED} and its kin, {@code TOO_MANY}. */
  public Attributes nested() throws FormatException {
    return Attributes.parse(bytes, from, to);
  }

  int from() {
    return from;
  }

  static String shown(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      int b = bytes[i] & 0xff;
      if (b < ' ' || b > '~' || b == '\\') {
        text.append("\\x").append(HexFormat.of().toHexDigits(bytes[i]));
      } else {
        text.append((char) b);
      }
    }
    return text.toString();
  }

  private ByteBuffer sized(int size) throws FormatException {
    if (length() != size) {
      throw new FormatException(Reason.WRONG_SIZE, from);
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public String toString() {
    return "attribute " + type + " of " + length() + " bytes";
  }
}
