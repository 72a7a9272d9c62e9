package org.officeos.session.bytecode;

/** A field as the codec sees it: number, criticality, form and bounds. */
public sealed interface Tag permits Field, Meta {

  /** 1 to 127, unique within its table; fields travel in ascending order of it. */
  int number();

  /** Whether a reader that does not know this field must reject the whole. */
  boolean critical();

  /** The form of the value. */
  ValueType type();

  /** Least number, or least length in bytes. */
  long min();

  /** Greatest number, or greatest length in bytes. */
  long max();

  /** What a number must be a multiple of. */
  default int multipleOf() {
    return 1;
  }
}
