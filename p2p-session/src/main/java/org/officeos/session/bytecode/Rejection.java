package org.officeos.session.bytecode;

/**
 * Why bytes are no instruction or no response. Each constant also says which offset {@link
 * RejectedException#offset()} gives; bytes are read from front to back and the first fault is
 * named.
 */
public enum Rejection {
  /** Bytes that end before version, code, or a field's length. Offset: the end. */
  TRUNCATED(1),
  /** More bytes than the kind may have; looked at before all else. Offset: the greatest length. */
  OVERSIZED(2),
  /** A version this reader does not know. Offset: 0. */
  WRONG_VERSION(3),
  /** An opcode or result that is not in the table. Offset: 1. */
  UNKNOWN_CODE(4),
  /**
   * A varint longer than it need be, above 2^53-1, or not the whole of its value. Offset: its first
   * byte.
   */
  BAD_VARINT(5),
  /** A field out of ascending order, or numbered 0. Offset: its tag. */
  UNSORTED(6),
  /** The same field twice. Offset: the second one's tag. */
  DUPLICATE(7),
  /** A field that this reader does not know and that must not be passed over. Offset: its tag. */
  UNKNOWN_CRITICAL(8),
  /** A known field with the wrong critical bit. Offset: its tag. */
  WRONG_CRITICALITY(9),
  /**
   * A value that runs past the end, of all bytes or of the conversation that holds it. Offset: its
   * length.
   */
  LENGTH_BEYOND_END(10),
  /** A value, or its length, below its least or above its greatest. Offset: the value. */
  OUT_OF_BOUNDS(11),
  /** Bytes that are not UTF-8. Offset: the first such byte. */
  BAD_UTF8(12),
  /**
   * A conversation of impossible form. Offset: of a wrong role the role; of an empty turn its
   * length; of a turn cut short the conversation's end; of a last word that is not the user's that
   * turn; of an empty conversation its place.
   */
  BAD_TURNS(13),
  /** A field that this opcode does not have. Offset: its tag. */
  NOT_IN_SCHEMA(14),
  /** A field that this opcode needs and that is not there. Offset: the end. */
  MISSING(15),
  /**
   * Picture sides that are no multiples of 8 (offset: the value), or only one of a pair (offset:
   * the end).
   */
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
