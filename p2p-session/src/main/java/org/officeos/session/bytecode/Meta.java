package org.officeos.session.bytecode;

/** Everything a response can say about itself beside its body. */
public enum Meta implements Tag {
  /** A short sentence for people: cause and next step. */
  DETAIL(1, ValueType.TEXT, 1, 400),
  /** The body's media type, such as {@code image/png}. */
  CONTENT_TYPE(2, ValueType.TEXT, 3, 64),
  /** Width of the delivered picture, in pixels. */
  WIDTH(3, ValueType.NUMBER, 1, 65_535),
  /** Height of the delivered picture, in pixels. */
  HEIGHT(4, ValueType.NUMBER, 1, 65_535),
  /** Length of the decoded body, in bytes. Set by the session. */
  LENGTH(5, ValueType.NUMBER, 0, 64L * 1024 * 1024),
  /** SHA-256 of the decoded body, where a receipt was asked for. Set by the session. */
  SHA256(6, ValueType.BYTES, 32, 32),
  /** Microseconds the service took. */
  UPSTREAM_MICROS(7, ValueType.NUMBER, 0, (1L << 53) - 1),
  /** Microseconds the laptop took beside the service. */
  OVERHEAD_MICROS(8, ValueType.NUMBER, 0, (1L << 53) - 1),
  /** Requests left in the current minute. */
  REMAINING_MINUTE(9, ValueType.NUMBER, 0, 1_000_000),
  /** Requests that may still be opened at once. */
  REMAINING_CONCURRENT(10, ValueType.NUMBER, 0, 10_000),
  /** Milliseconds after which to try again. */
  RETRY_AFTER_MILLIS(11, ValueType.NUMBER, 0, 86_400_000),
  /** The model that answered. */
  MODEL(12, ValueType.TEXT, 1, 128),
  /** The seed that was drawn with. */
  SEED(13, ValueType.NUMBER, 0, (1L << 53) - 1),
  /** Tokens of the question, as the service counted them. */
  TOKENS_IN(14, ValueType.NUMBER, 0, 1L << 40),
  /** Tokens of the answer, as the service counted them. */
  TOKENS_OUT(15, ValueType.NUMBER, 0, 1L << 40),
  /** Why the model stopped: {@code stop}, {@code length}, … */
  FINISH(16, ValueType.TEXT, 1, 32),
  /** {@link Rejection}'s wire number, with {@code MALFORMED}. */
  REJECTION(17, ValueType.NUMBER, 1, 255),
  /** Offset of the rejected byte, with {@code MALFORMED}. */
  REJECTION_OFFSET(18, ValueType.NUMBER, 0, 65_535),
  /** Width of the picture as the service drew it. */
  DRAWN_WIDTH(19, ValueType.NUMBER, 1, 65_535),
  /** Height of the picture as the service drew it. */
  DRAWN_HEIGHT(20, ValueType.NUMBER, 1, 65_535),
  /** Seconds since 1970-01-01T00:00Z at which the relationship expires. */
  EXPIRES(21, ValueType.NUMBER, 0, 1L << 40);

  private final int number;
  private final ValueType type;
  private final long min;
  private final long max;

  Meta(int number, ValueType type, long min, long max) {
    this.number = number;
    this.type = type;
    this.min = min;
    this.max = max;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public boolean critical() {
    return false;
  }

  @Override
  public ValueType type() {
    return type;
  }

  @Override
  public long min() {
    return min;
  }

  @Override
  public long max() {
    return max;
  }
}
