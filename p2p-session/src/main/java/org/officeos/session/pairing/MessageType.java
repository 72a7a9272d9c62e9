package org.officeos.session.pairing;

/** The messages of a pairing. The body's length is checked before anything else is looked at. */
enum MessageType {
  /** Initiator: the commitment to its nonce. */
  COMMIT(1, 32, 32),
  /** Responder: its nonce. */
  NONCE(2, 32, 32),
  /** Initiator: the nonce committed to. */
  OPENING(3, 32, 32),
  /** Both, after the person here confirmed: who this is, signed. */
  IDENT(4, Identification.MIN_LENGTH, Identification.MAX_LENGTH),
  /** Both, after the peer's IDENT was right: a MAC under the new pre-shared key. */
  ACCEPT(5, 32, 32),
  /** Responder: it is stored here. */
  STORED(6, 0, 0),
  /** Initiator: it is stored here too. */
  DONE(7, 0, 0),
  /** Both, at any time: the pairing is over, with a {@link Refusal}. */
  REFUSE(8, 1, 1);

  private static final MessageType[] ALL = values();

  private final int code;
  private final int minBody;
  private final int maxBody;

  MessageType(int code, int minBody, int maxBody) {
    this.code = code;
    this.minBody = minBody;
    this.maxBody = maxBody;
  }

  byte[] message(byte[] body) {
    byte[] message = new byte[1 + body.length];
    message[0] = (byte) code;
    System.arraycopy(body, 0, message, 1, body.length);
    return message;
  }

  static MessageType of(byte[] message) throws PairingException {
    if (message.length > 0) {
      for (MessageType type : ALL) {
        if (type.code == message[0]
            && message.length - 1 >= type.minBody
            && message.length - 1 <= type.maxBody) {
          return type;
        }
      }
    }
    throw new PairingException(PairingReason.MALFORMED);
  }
}
