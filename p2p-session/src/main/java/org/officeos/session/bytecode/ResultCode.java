package org.officeos.session.bytecode;

import org.jspecify.annotations.Nullable;

/** How an instruction ended: success, or the one cause that whoever can act on it must know. */
public enum ResultCode {
  /** Done. */
  OK(0),
  /** The instruction's bytes were rejected; metadata names the rejection and its offset. */
  MALFORMED(1),
  /** An opcode that this laptop does not serve. */
  UNSUPPORTED(2),
  /** This relationship may not ask for that; permit it on the laptop. */
  PERMISSION_DENIED(3),
  /** Too many requests; metadata says when to try again. */
  RATE_LIMITED(4),
  /** Too many requests at once; try again when one has ended. */
  TOO_MANY_CONCURRENT(5),
  /** The relationship's time is over; pair again. */
  EXPIRED(6),
  /** The relationship was revoked; pair again. */
  REVOKED(7),
  /** No service is configured for this opcode on the laptop. */
  NOT_CONFIGURED(8),
  /** The service cannot be reached from the laptop; start it or mend its address. */
  UPSTREAM_UNREACHABLE(9),
  /** The service did not answer in time, or stalled. */
  UPSTREAM_TIMEOUT(10),
  /** The service answered with an error; metadata has its first words. */
  UPSTREAM_ERROR(11),
  /** The service asks to wait; metadata says how long. */
  UPSTREAM_RATE_LIMITED(12),
  /** The service's answer is not what it claims, or not what the interface defines. */
  UPSTREAM_INVALID(13),
  /** The service's answer is larger than allowed. */
  TOO_LARGE(14),
  /** The handheld cancelled. */
  CANCELLED(15),
  /** The laptop is shutting down; try again shortly. */
  SHUTTING_DOWN(16),
  /** A fault of the laptop daemon; its log has more. */
  INTERNAL(17);

  private static final @Nullable ResultCode[] BY_CODE = new @Nullable ResultCode[256];

  static {
    for (ResultCode result : values()) {
      BY_CODE[result.code] = result;
    }
  }

  private final int code;

  ResultCode(int code) {
    this.code = code;
  }

  /** The byte that stands for this result on the wire. */
  public int code() {
    return code;
  }

  /** The result of a byte of 0 to 255, where there is one. */
  static @Nullable ResultCode of(int code) {
    return BY_CODE[code];
  }
}
