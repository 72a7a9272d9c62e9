package org.officeos.session.bytecode;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How an instruction ended and what is said about it; the body travels beside it. Immutable; prints
 * lengths, never words. Metadata that the decoder did not know is kept and encoded again as it
 * came.
 */
public final class Response {

  private final ResultCode result;
  private final Fields<Meta> metadata;

  Response(ResultCode result, Fields<Meta> metadata) {
    this.result = result;
    this.metadata = metadata;
  }

  /** A response without metadata; add it with {@code with}. */
  public static Response of(ResultCode result) {
    return new Response(result, Fields.none(TagTable.METADATA));
  }

  /**
   * A copy with a text, cut to its greatest length in bytes at a character's edge and with what is
   * no character replaced; a text shorter than its least length is left out. Services' words can
   * thus be passed on as they come.
   */
  public Response with(Meta meta, String text) {
    if (meta.type() != ValueType.TEXT) {
      throw new IllegalArgumentException(meta + " takes " + meta.type());
    }
    String kept = Utf8.cut(Utf8.wellFormed(text), (int) meta.max());
    return Utf8.size(kept) < meta.min() ? this : new Response(result, metadata.with(meta, kept));
  }

  /** A copy with a number, brought within its bounds. */
  public Response with(Meta meta, long number) {
    return new Response(
        result, metadata.with(meta, Math.max(meta.min(), Math.min(meta.max(), number))));
  }

  /** A copy with bytes, which are copied. */
  public Response with(Meta meta, byte[] bytes) {
    return new Response(result, metadata.with(meta, bytes));
  }

  /** How it ended. */
  public ResultCode result() {
    return result;
  }

  /** Whether it ended well. */
  public boolean ok() {
    return result == ResultCode.OK;
  }

  /** A text, where it is there. */
  public Optional<String> text(Meta meta) {
    return metadata.text(meta);
  }

  /** A number, where it is there. */
  public OptionalLong number(Meta meta) {
    return metadata.number(meta);
  }

  /** Bytes, where they are there; a fresh copy. */
  public Optional<byte[]> bytes(Meta meta) {
    return metadata.bytes(meta);
  }

  Fields<Meta> metadata() {
    return metadata;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Response that
        && result == that.result
        && metadata.equals(that.metadata);
  }

  @Override
  public int hashCode() {
    return 31 * result.hashCode() + metadata.hashCode();
  }

  @Override
  public String toString() {
    return result + " {" + metadata + "}";
  }
}
