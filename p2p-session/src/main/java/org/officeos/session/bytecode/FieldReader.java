package org.officeos.session.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields to the end: {@code critical bit and tag u8 | length varint | value}, repeated in
 * ascending order of tags.
 *
 * @param <T> {@link Field} or {@link Meta}
 */
final class FieldReader<T extends Enum<T> & Tag> {

  private static final int CRITICAL = 0x80;

  private final Cursor in;
  private final TagTable<T> table;
  private final Schema schema;

  FieldReader(Cursor in, TagTable<T> table, Schema schema) {
    this.in = in;
    this.table = table;
    this.schema = schema;
  }

  Fields<T> read() throws RejectedException {
    @Nullable Object[] values = new @Nullable Object[table.size()];
    List<UnknownField> unknown = List.of();
    long present = 0;
    int previous = 0;
    while (in.remaining() > 0) {
      int at = in.offset();
      int head = in.u8();
      int number = head & ~CRITICAL;
      if (number == previous && number > 0) {
        throw new RejectedException(Rejection.DUPLICATE, at);
      }
      if (number <= previous) {
        throw new RejectedException(Rejection.UNSORTED, at);
      }
      previous = number;
      T tag = table.ofNumber(number);
      checkKnown(tag, head != number, at);
      int length = length();
      if (tag == null) {
        unknown = unknown.isEmpty() ? new ArrayList<>() : unknown;
        unknown.add(new UnknownField(number, in.take(length)));
      } else {
        values[tag.number()] = Value.read(in, tag, length);
        present |= Schema.bit(tag);
      }
    }
    if (schema.missesAny(present)) {
      throw new RejectedException(Rejection.MISSING, in.offset());
    }
    if (schema.partsCompany(present)) {
      throw new RejectedException(Rejection.BAD_COMBINATION, in.offset());
    }
    return new Fields<>(table, values, unknown);
  }

  private void checkKnown(@Nullable T tag, boolean critical, int at) throws RejectedException {
    if (tag == null) {
      if (critical) {
        throw new RejectedException(Rejection.UNKNOWN_CRITICAL, at);
      }
    } else if (tag.critical() != critical) {
      throw new RejectedException(Rejection.WRONG_CRITICALITY, at);
    } else if (!schema.allows(tag)) {
      throw new RejectedException(Rejection.NOT_IN_SCHEMA, at);
    }
  }

  private int length() throws RejectedException {
    int at = in.offset();
    long length = in.varint(at + in.remaining());
    if (length < 0) {
      throw new RejectedException(Rejection.TRUNCATED, in.offset());
    }
    if (length > in.remaining()) {
      throw new RejectedException(Rejection.LENGTH_BEYOND_END, at);
    }
    return (int) length;
  }
}
