package org.officeos.session.handshake;

/** The steps of which a Noise message is made (rev 34, section 7.1 and, for PSK, 9.3). */
enum Token {
  /** The sender's ephemeral public key. */
  E,
  /** The sender's static public key, encrypted once there is a key. */
  S,
  /** A key from both ephemerals. */
  EE,
  /** A key from the initiator's ephemeral and the responder's static. */
  ES,
  /** A key from the initiator's static and the responder's ephemeral. */
  SE,
  /** A key from both statics. */
  SS,
  /** The pre-shared key. */
  PSK
}
