package org.officeos.session.bytecode;

/** The four forms a field's value can have. */
public enum ValueType {
  /** An unsigned integer of 0 to 2^53-1, as a minimal varint. */
  NUMBER,
  /** Valid UTF-8; bounds count bytes. */
  TEXT,
  /** Opaque bytes; bounds count bytes. */
  BYTES,
  /** A conversation: {@code role u8 | length varint | UTF-8}, repeated; bounds count bytes. */
  TURNS
}
