package org.officeos.session.stream;

import org.officeos.session.SessionException;

/** A new KKpsk0 handshake inside a session, bound to its hash. */
public interface Rekeying {

  /** Initiator: the first message, 48 bytes. */
  byte[] offer() throws SessionException;

  /** Initiator: takes the second message and gives the new keys. */
  SessionKeys onAnswer(byte[] message) throws SessionException;

  /** Responder: takes the first message and gives the second with the new keys. */
  Answer onOffer(byte[] message) throws SessionException;

  /**
   * What the responder has to do.
   *
   * @param message the second message, 48 bytes
   * @param keys the new keys
   */
  record Answer(byte[] message, SessionKeys keys) {}
}
