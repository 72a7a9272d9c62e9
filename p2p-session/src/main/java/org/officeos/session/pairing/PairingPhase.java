package org.officeos.session.pairing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a pairing stands, in order, and the one message that may come there. */
enum PairingPhase {
  /** Not started. */
  NEW(null),
  /** The responder waits for the commitment. */
  WAITING_FOR_COMMIT(MessageType.COMMIT),
  /** The initiator has committed. */
  WAITING_FOR_NONCE(MessageType.NONCE),
  /** The responder has sent its nonce. */
  WAITING_FOR_OPENING(MessageType.OPENING),
  /** The digits are on the screen; the person here, the peer's IDENT, or both are awaited. */
  COMPARING(MessageType.IDENT),
  /** This end has accepted. */
  WAITING_FOR_ACCEPT(MessageType.ACCEPT),
  /** The initiator knows that both have accepted. */
  WAITING_FOR_STORED(MessageType.STORED),
  /** The shell is storing. */
  STORING(null),
  /** The responder has stored. */
  WAITING_FOR_DONE(MessageType.DONE),
  /** Both have stored. */
  SETTLED(null),
  /** It is over, and nothing came of it. */
  FAILED(null);

  private final Optional<MessageType> expected;

  PairingPhase(@Nullable MessageType expected) {
    this.expected = Optional.ofNullable(expected);
  }

  boolean expects(MessageType type) {
    return expected.filter(type::equals).isPresent();
  }

  boolean before(PairingPhase other) {
    return compareTo(other) < 0;
  }

  boolean over() {
    return this == SETTLED || this == FAILED;
  }
}
