package org.officeos.session.pairing;

/** What one end tells the other of why it ended the pairing: enough to tell a person, no more. */
enum Refusal {
  /** The person said that the codes differ. */
  NOT_CONFIRMED(1, PairingReason.NOT_CONFIRMED_BY_PEER),
  /** It could not be stored. */
  STORE(2, PairingReason.STORE_AT_PEER),
  /** Something received was wrong. */
  VIOLATION(3, PairingReason.REFUSED_BY_PEER);

  private final int code;
  private final PairingReason atTheOtherEnd;

  Refusal(int code, PairingReason atTheOtherEnd) {
    this.code = code;
    this.atTheOtherEnd = atTheOtherEnd;
  }

  PairingReason atTheOtherEnd() {
    return atTheOtherEnd;
  }

  byte[] message() {
    return MessageType.REFUSE.message(new byte[] {(byte) code});
  }

  static Refusal of(byte[] body) throws PairingException {
    for (Refusal refusal : values()) {
      if (refusal.code == body[0]) {
        return refusal;
      }
    }
    throw new PairingException(PairingReason.MALFORMED);
  }
}
