package org.officeos.session.bytecode;

import java.util.List;

/**
 * Writes fields in ascending order of tags, unknown ones in between. Checks nothing but the total,
 * before it is allocated: what else is wrong is found by reading back.
 */
final class FieldWriter {

  private static final int CRITICAL = 0x80;

  private FieldWriter() {}

  /** Bytes of all fields. */
  static <T extends Enum<T> & Tag> long size(Fields<T> fields) {
    long size = 0;
    for (int i = 0; i < fields.table().size(); i++) {
      Object value = fields.valueAt(i);
      if (value != null) {
        size += sizeWithHead(Value.size(value));
      }
    }
    for (UnknownField field : fields.unknown()) {
      size += sizeWithHead(field.value().length);
    }
    return size;
  }

  static <T extends Enum<T> & Tag> void write(Sink out, Fields<T> fields) {
    List<UnknownField> unknown = fields.unknown();
    int passed = 0;
    for (int i = 0; i < fields.table().size(); i++) {
      T tag = fields.table().ofNumber(i);
      Object value = fields.valueAt(i);
      if (tag != null && value != null) {
        while (passed < unknown.size() && unknown.get(passed).number() < tag.number()) {
          write(out, unknown.get(passed++));
        }
        out.u8(tag.number() | (tag.critical() ? CRITICAL : 0)).varint(Value.size(value));
        Value.write(out, value);
      }
    }
    while (passed < unknown.size()) {
      write(out, unknown.get(passed++));
    }
  }

  private static void write(Sink out, UnknownField field) {
    out.u8(field.number()).varint(field.value().length).raw(field.value());
  }

  private static long sizeWithHead(long value) {
    return 1 + Varint.size(value) + value;
  }
}
