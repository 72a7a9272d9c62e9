package org.officeos.session.pairing;

/**
 * Why a pairing failed, out of a closed list. Where {@code org.officeos.session.SessionException}
 * has a reason for the same thing, it bears the same name.
 */
public enum PairingReason {
  /** The opened nonce is not the one committed to: somebody tried to steer the code. */
  BAD_COMMITMENT,
  /** The peer's signature over its identity, name, lifetime and this very pairing is wrong. */
  BAD_SIGNATURE,
  /** The peer's identity is no full Ed25519 public key. */
  BAD_IDENTITY,
  /** Both ends accepted, but not the same keys. */
  KEYS_DIFFER,
  /** The peer sent back our own nonce or identity. */
  REFLECTED,
  /** A message of impossible form, length, name, time or lifetime. */
  MALFORMED,
  /** A well-formed message that may not come now. */
  OUT_OF_ORDER,
  /** The person here said that the codes differ. */
  NOT_CONFIRMED_HERE,
  /** The person there said that the codes differ. */
  NOT_CONFIRMED_BY_PEER,
  /** The relationship could not be stored here; it is stored nowhere. */
  STORE_HERE,
  /** The relationship could not be stored there; it is stored nowhere. */
  STORE_AT_PEER,
  /** The peer ended the pairing because of something it received. */
  REFUSED_BY_PEER,
  /** The connection ended, or time ran out, before anything was stored here. */
  CUT,
  /**
   * The responder stored and said so, and the connection ended before the initiator said the same.
   * The relationship stays stored here; see {@link PairingMachine} for why that is safe.
   */
  CUT_BEFORE_DONE
}
