package org.officeos.session.stream;

import org.jspecify.annotations.Nullable;
import org.officeos.session.relationship.Role;

/**
 * What a record holds. A record's plaintext is one frame: {@code type u8 | body}. Ids and counts
 * are minimal LEB128 varints, fixed integers are big-endian.
 */
public enum FrameType {
  /** First record of a session, empty: the initiator holds the keys. */
  FINISHED(0x01, Role.INITIATOR),
  /** Answer to it: {@code time u64}, the laptop's clock in milliseconds since 1970. */
  WELCOME(0x02, Role.RESPONDER),
  /** {@code id | signature 64 | instruction}. */
  INSTRUCTION(0x10, Role.INITIATOR),
  /** {@code id}: stop working on it. */
  CANCEL(0x11, Role.INITIATOR),
  /** {@code id | bytes}: leave to send that many more body bytes. */
  CREDIT(0x12, Role.INITIATOR),
  /** {@code id | permille | step | steps | eta milliseconds + 1, 0 for unknown}. */
  PROGRESS(0x20, Role.RESPONDER),
  /** {@code id | encoding u8 | decoded length | encoded length}: a whole body follows. */
  HEAD(0x21, Role.RESPONDER),
  /** {@code id | bytes}: a piece of the body, at least one byte. */
  CHUNK(0x22, Role.RESPONDER),
  /** {@code id | signature 64 | response}: the end of an exchange. */
  FINAL(0x23, Role.RESPONDER),
  /** {@code Noise message 48}: the first of a new KKpsk0 handshake inside the session. */
  REKEY_OFFER(0x30, Role.INITIATOR),
  /** {@code Noise message 48}: the second; the responder's last record under its old key. */
  REKEY_ANSWER(0x31, Role.RESPONDER),
  /** Empty: the initiator's last record under its old key. */
  REKEY_SWITCH(0x32, Role.INITIATOR),
  /** Empty: the responder asks for an offer. */
  REKEY_WANTED(0x33, Role.RESPONDER),
  /** {@code generation u32 | static 32 | days u16 | signature 64}. */
  RENEW_OFFER(0x40, Role.INITIATOR),
  /** {@code generation u32 | static 32 | expires u64 | signature 64}. */
  RENEW_ANSWER(0x41, Role.RESPONDER),
  /** {@code reason u8}: no renewal; the relationship stays as it is. */
  RENEW_REFUSED(0x42, Role.RESPONDER),
  /** {@code signature 64}: the sender revoked the relationship. */
  REVOKE(0x44, null),
  /** Empty: are you there? */
  PING(0x50, null),
  /** Empty: yes. */
  PONG(0x51, null),
  /** {@code reason u8}: the sender's last record; what comes after is no part of the session. */
  CLOSE(0x7f, null);

  private static final @Nullable FrameType[] BY_CODE = new FrameType[256];

  static {
    for (FrameType type : values()) {
      BY_CODE[type.code] = type;
    }
  }

  private final int code;
  private final @Nullable Role sender;

  FrameType(int code, @Nullable Role sender) {
    this.code = code;
    this.sender = sender;
  }

  /** The byte on the wire. */
  public int code() {
    return code;
  }

  /** Whether a peer in that role may send it. */
  public boolean maySend(Role role) {
    return sender == null || sender == role;
  }

  /** The type of a byte, or null. */
  public static @Nullable FrameType of(int code) {
    return BY_CODE[code & 0xff];
  }
}
