package org.officeos.session.pairing;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Commit, answer, open: two nonces of which neither end could choose its own after it saw the
 * other's, and the digits that come of them.
 */
final class NonceExchange {

  private static final int LENGTH = 32;

  private final Derivations derive;
  private final byte[] own = new byte[LENGTH];
  private byte[] commitment = new byte[0];

  NonceExchange(Derivations derive, SecureRandom random) {
    this.derive = derive;
    random.nextBytes(own);
  }

  byte[] commit() {
    return MessageType.COMMIT.message(derive.commitment(own));
  }

  byte[] takeCommitment(byte[] committed) {
    commitment = committed;
    return MessageType.NONCE.message(own);
  }

  byte[] open() {
    return MessageType.OPENING.message(own);
  }

  String takeNonce(byte[] responders) throws PairingException {
    refuseOwn(responders);
    return derive.digits(own, responders);
  }

  String takeOpening(byte[] initiators) throws PairingException {
    refuseOwn(initiators);
    if (!MessageDigest.isEqual(commitment, derive.commitment(initiators))) {
      throw new PairingException(PairingReason.BAD_COMMITMENT);
    }
    return derive.digits(initiators, own);
  }

  void wipe() {
    Arrays.fill(own, (byte) 0);
  }

  private void refuseOwn(byte[] received) throws PairingException {
    if (MessageDigest.isEqual(own, received)) {
      throw new PairingException(PairingReason.REFLECTED);
    }
  }
}
