package org.officeos.session.bytecode;

/** Everything an instruction can say. Which opcode may, or must, say what: {@link Opcode}. */
public enum Field implements Tag {
  /** Eight random bytes that name the request across sessions, so that it can be taken up again. */
  REQUEST_ID(1, true, ValueType.BYTES, 8, 8),
  /** What to draw or to continue. */
  PROMPT(2, true, ValueType.TEXT, 1, 3000),
  /** What not to draw. */
  NEGATIVE_PROMPT(3, true, ValueType.TEXT, 1, 1000),
  /** Width to draw at, in pixels; a multiple of 8. */
  WIDTH(4, true, ValueType.NUMBER, 64, 2048, 8),
  /** Height to draw at, in pixels; a multiple of 8. */
  HEIGHT(5, true, ValueType.NUMBER, 64, 2048, 8),
  /** Sampling steps. */
  STEPS(6, true, ValueType.NUMBER, 1, 150),
  /** Seed of the drawing; left out for a random one. */
  SEED(7, true, ValueType.NUMBER, 0, 0xffff_ffffL),
  /** A style's name, such as {@code realistic}; appended to the prompt by the laptop. */
  STYLE(8, true, ValueType.TEXT, 1, 32),
  /** Width of the screen that will show the picture, in pixels. */
  SCREEN_WIDTH(9, false, ValueType.NUMBER, 16, 4096),
  /** Height of the screen that will show the picture, in pixels. */
  SCREEN_HEIGHT(10, false, ValueType.NUMBER, 16, 4096),
  /** The model to use; left out for the laptop's choice. */
  MODEL(11, true, ValueType.TEXT, 1, 64),
  /** Most tokens to answer with. */
  MAX_TOKENS(12, true, ValueType.NUMBER, 1, 8192),
  /** Sampling temperature in thousandths. */
  TEMPERATURE_MILLI(13, true, ValueType.NUMBER, 0, 2000),
  /** What the model should be, ahead of the conversation. */
  SYSTEM(14, true, ValueType.TEXT, 1, 1000),
  /** The conversation so far, the newest turn last. */
  TURNS(15, true, ValueType.TURNS, 3, 3500),
  /** Bytes to send back. */
  DATA(16, true, ValueType.BYTES, 0, 3500),
  /** How many bytes to answer an echo with. */
  ANSWER_SIZE(17, true, ValueType.NUMBER, 0, 16 * 1024 * 1024),
  /** 1 to have the response's signature cover the SHA-256 of its content. */
  RECEIPT(18, false, ValueType.NUMBER, 1, 1),
  /** How long the handheld will wait, in milliseconds. */
  DEADLINE_MILLIS(19, false, ValueType.NUMBER, 1000, 3_600_000);

  private final int number;
  private final boolean critical;
  private final ValueType type;
  private final long min;
  private final long max;
  private final int multipleOf;

  Field(int number, boolean critical, ValueType type, long min, long max) {
    this(number, critical, type, min, max, 1);
  }

  Field(int number, boolean critical, ValueType type, long min, long max, int multipleOf) {
    this.number = number;
    this.critical = critical;
    this.type = type;
    this.min = min;
    this.max = max;
    this.multipleOf = multipleOf;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public boolean critical() {
    return critical;
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

  @Override
  public int multipleOf() {
    return multipleOf;
  }
}
