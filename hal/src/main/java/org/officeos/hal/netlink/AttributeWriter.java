package org.officeos.hal.netlink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes attributes one after the other, each padded to four bytes; the layout stands at {@link
 * Attributes}. For one thread.
 */
public final class AttributeWriter {

  /** Longest value: a length of 16 bits, less the header. */
  public static final int MAX_VALUE = 0xffff - Attributes.HEADER;

  private static final int NESTED = 1 << 15;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Nothing written yet. */
  public AttributeWriter() {}

  /** An attribute whose being there is its value. */
  public AttributeWriter flag(int type) {
    return bytes(type, new byte[0]);
  }

  /** One byte. */
  public AttributeWriter u8(int type, int value) {
    return bytes(type, new byte[] {(byte) value});
  }

  /** Two bytes. */
  public AttributeWriter u16(int type, int value) {
    return bytes(type, of(Short.BYTES).putShort((short) value).array());
  }

  /** Four bytes. */
  public AttributeWriter u32(int type, int value) {
    return bytes(type, of(Integer.BYTES).putInt(value).array());
  }

  /** Eight bytes. */
  public AttributeWriter u64(int type, long value) {
    return bytes(type, of(Long.BYTES).putLong(value).array());
  }

  /** A text and its zero byte. */
  public AttributeWriter text(int type, String value) {
    if (value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a zero byte would end the text early");
    }
    return bytes(type, (value + '\0').getBytes(UTF_8));
  }

  /** Attributes inside of one. */
  public AttributeWriter nested(int type, AttributeWriter inside) {
    return put(type | NESTED, inside.toBytes());
  }

  /** A value as it is. */
  public AttributeWriter bytes(int type, byte[] value) {
    return put(type, value);
  }

  private AttributeWriter put(int type, byte[] value) {
    if ((type & ~NESTED) < 0 || (type & ~NESTED) > 0x3fff) {
      throw new IllegalArgumentException("an attribute's type has 14 bits, not " + type);
    }
    if (value.length > MAX_VALUE) {
      throw new IllegalArgumentException("a value of " + value.length + " bytes");
    }
    int length = Attributes.HEADER + value.length;
    out.writeBytes(of(Attributes.HEADER).putShort((short) length).putShort((short) type).array());
    out.writeBytes(value);
    out.writeBytes(new byte[NetlinkMessage.aligned(length) - length]);
    return this;
  }

  /** What was written so far. */
  public byte[] toBytes() {
    return out.toByteArray();
  }

  private static ByteBuffer of(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
