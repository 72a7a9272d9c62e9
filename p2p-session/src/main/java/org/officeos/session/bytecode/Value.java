package org.officeos.session.bytecode;

import java.util.List;

/** A field's value: {@code Long}, {@code String}, {@code byte[]} or a list of {@link Turn}. */
final class Value {

  private Value() {}

  /** Reads a value of {@code length} bytes, of which the caller knows that they are there. */
  static Object read(Cursor in, Tag tag, int length) throws RejectedException {
    return switch (tag.type()) {
      case NUMBER -> number(in, tag, length);
      case TEXT -> {
        checkLength(in, tag, length);
        yield in.text(length);
      }
      case BYTES -> {
        checkLength(in, tag, length);
        yield in.take(length);
      }
      case TURNS -> {
        checkLength(in, tag, Math.max(length, (int) tag.min()));
        yield Turns.read(in, length);
      }
    };
  }

  static long size(Object value) {
    if (value instanceof Long number) {
      return Varint.size(number);
    }
    if (value instanceof String text) {
      return Utf8.size(text);
    }
    return value instanceof byte[] bytes ? bytes.length : Turns.size((List<?>) value);
  }

  static void write(Sink out, Object value) {
    if (value instanceof Long number) {
      out.varint(number);
    } else if (value instanceof String text) {
      out.text(text);
    } else if (value instanceof byte[] bytes) {
      out.raw(bytes);
    } else {
      Turns.write(out, (List<?>) value);
    }
  }

  private static Long number(Cursor in, Tag tag, int length) throws RejectedException {
    int at = in.offset();
    long number = in.varint(at + length);
    if (number < 0 || in.offset() != at + length) {
      throw new RejectedException(Rejection.BAD_VARINT, at);
    }
    if (number < tag.min() || number > tag.max()) {
      throw new RejectedException(Rejection.OUT_OF_BOUNDS, at);
    }
    if (number % tag.multipleOf() != 0) {
      throw new RejectedException(Rejection.BAD_COMBINATION, at);
    }
    return number;
  }

  private static void checkLength(Cursor in, Tag tag, int length) throws RejectedException {
    if (length < tag.min() || length > tag.max()) {
      throw new RejectedException(Rejection.OUT_OF_BOUNDS, in.offset());
    }
  }
}
