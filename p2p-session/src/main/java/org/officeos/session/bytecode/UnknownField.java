package org.officeos.session.bytecode;

import java.util.Arrays;

/**
 * A field that this reader does not know and may pass over. It is kept as it came, so that encoding
 * again gives the same bytes.
 */
final class UnknownField {

  private final int number;
  private final byte[] value;

  /** Takes the array over. */
  UnknownField(int number, byte[] value) {
    this.number = number;
    this.value = value;
  }

  int number() {
    return number;
  }

  /** The array itself; readers leave it alone. */
  byte[] value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UnknownField that
        && number == that.number
        && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return 31 * number + Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return "#" + number + "=[" + value.length + "]";
  }
}
