package org.officeos.session.handshake;

import java.util.Random;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.SecretBytes;
import org.officeos.session.relationship.Role;

/** Two ends of a handshake with fixed, different keys. */
final class HandshakePair {

  final DhKeyPair initiatorStatic = pair(1);
  final DhKeyPair responderStatic = pair(2);
  final DhKeyPair initiatorEphemeral = pair(3);
  final DhKeyPair responderEphemeral = pair(4);
  final SecretBytes psk = SecretBytes.copyOf(bytes(5));
  final NoisePattern pattern;
  final byte[] prologue = Prologue.pairing(Role.INITIATOR, true);

  HandshakePair(NoisePattern pattern) {
    this.pattern = pattern;
  }

  static byte[] bytes(long seed) {
    byte[] bytes = new byte[32];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static DhKeyPair pair(long seed) {
    return DhKeyPair.fromPrivate(SecretBytes.copyOf(bytes(seed)));
  }

  Handshake initiator() {
    return initiator(prologue);
  }

  Handshake initiator(byte[] itsPrologue) {
    return new Handshake(
        pattern,
        true,
        itsPrologue,
        new HandshakeKeys(
            copy(initiatorStatic),
            pattern.responderKnown() ? responderStatic.publicKey() : null,
            pattern.usesPsk() ? psk : null,
            () -> copy(initiatorEphemeral)));
  }

  Handshake responder() {
    return responder(prologue);
  }

  Handshake responder(byte[] itsPrologue) {
    return new Handshake(
        pattern,
        false,
        itsPrologue,
        new HandshakeKeys(
            copy(responderStatic),
            pattern.initiatorKnown() ? initiatorStatic.publicKey() : null,
            pattern.usesPsk() ? psk : null,
            () -> copy(responderEphemeral)));
  }

  /** The two ends with all messages before {@code count} exchanged. */
  Handshake[] advancedBy(int count) throws HandshakeException {
    Handshake[] ends = {initiator(), responder()};
    for (int i = 0; i < count; i++) {
      ends[1 - i % 2].read(ends[i % 2].write());
    }
    return ends;
  }

  /** A copy, since a handshake wipes its ephemeral. */
  static DhKeyPair copy(DhKeyPair pair) {
    return DhKeyPair.fromPrivate(SecretBytes.takeAndWipe(pair.privateKey().copyOut()));
  }
}
