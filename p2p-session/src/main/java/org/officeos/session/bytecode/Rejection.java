package org.officeos.session.bytecode;

/** Why bytes are no instruction or no response. */
public enum Rejection {
  /** Fewer bytes than the shortest form. */
  TRUNCATED(1),
  /** More bytes than an instruction may have. */
  OVERSIZED(2),
  /** A version this reader does not know. */
  WRONG_VERSION(3),
  /** An opcode or result that is not in the table. */
  UNKNOWN_CODE(4),
  /** A varint longer than it need be, or out of range. */
  BAD_VARINT(5),
  /** A field out of ascending order. */
  UNSORTED(6),
  /** The same field twice. */
  DUPLICATE(7),
  /** A field that this reader does not know and that must not be passed over. */
  UNKNOWN_CRITICAL(8),
  /** A known field with the wrong critical bit. */
  WRONG_CRITICALITY(9),
  /** A value that runs past the end. */
  LENGTH_BEYOND_END(10),
  /** A value below its least or above its greatest. */
  OUT_OF_BOUNDS(11),
  /** Bytes that are not UTF-8. */
  BAD_UTF8(12),
  /** A conversation of impossible form. */
  BAD_TURNS(13),
  /** A field that this opcode does not have. */
  NOT_IN_SCHEMA(14),
  /** A field that this opcode needs and that is not there. */
  MISSING(15),
  /** Picture sides that are no multiples of 8, or only one of a pair. */
  BAD_COMBINATION(16);

  private final int code;

  Rejection(int code) {
    this.code = code;
  }

  /** The number that stands for this rejection in {@link Meta#REJECTION}. */
  public int code() {
    return code;
  }
}
