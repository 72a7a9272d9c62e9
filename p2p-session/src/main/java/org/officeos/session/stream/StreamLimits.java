package org.officeos.session.stream;

/** The numbers that both ends of the multiplexer agree on, in bytes unless they say otherwise. */
public final class StreamLimits {

  /**
   * Body bytes the laptop may send of each response before the handheld grants more. Wide enough
   * that a grant which comes a few milliseconds late stops nothing.
   */
  public static final int INITIAL_CREDIT = 4 * 1024 * 1024;

  /** Exchanges open at once in one session. */
  public static final int MAX_OPEN = 64;

  /** Greatest body of a response, decoded. */
  public static final int MAX_RESPONSE = 16 * 1024 * 1024;

  /** Greatest body of a handheld's record: an instruction, its signature and some room. */
  public static final int MAX_INITIATOR_BODY = 8192;

  /** Largest piece of a body in one record. */
  static final int MAX_CHUNK = 65_536 - 64;

  private StreamLimits() {}
}
