package org.officeos.session.netty;

import java.security.SecureRandom;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.crypto.Aeads;
import org.officeos.session.handshake.Handshake;
import org.officeos.session.handshake.HandshakeException;
import org.officeos.session.handshake.NoiseHandshakes;
import org.officeos.session.handshake.TransportKeys;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.Role;
import org.officeos.session.stream.Rekeying;
import org.officeos.session.stream.SessionKeys;

/** Joins the pure handshakes to the session's own words. */
final class Handshakes {

  private Handshakes() {}

  static Handshake kk(Role role, byte[] prologue, Generation generation, SecureRandom random) {
    return NoiseHandshakes.kkPsk0(
        role == Role.INITIATOR,
        prologue,
        generation.ownStatic(),
        generation.peerStatic(),
        generation.psk(),
        random);
  }

  static byte[] write(Handshake handshake) throws SessionException {
    try {
      return handshake.write();
    } catch (HandshakeException e) {
      throw translated(e);
    }
  }

  static void read(Handshake handshake, byte[] message) throws SessionException {
    try {
      handshake.read(message);
    } catch (HandshakeException e) {
      throw translated(e);
    }
  }

  static TransportKeys finish(Handshake handshake) throws SessionException {
    try {
      return handshake.finish();
    } catch (HandshakeException e) {
      throw translated(e);
    }
  }

  static SessionKeys sessionKeys(TransportKeys keys) {
    SessionKeys session =
        new SessionKeys(Aeads.create(keys.sendKey()), Aeads.create(keys.receiveKey()));
    keys.destroy();
    return session;
  }

  /** New handshakes inside a session, each bound to the session's hash and its own number. */
  static Rekeying rekeying(
      Relationship relationship, Generation generation, byte[] sessionHash, SecureRandom random) {
    return new KkRekeying(relationship.role(), generation, sessionHash, random);
  }

  static SessionException translated(HandshakeException e) {
    Reason reason =
        switch (e.reason()) {
          case BAD_TAG -> Reason.BAD_TAG;
          case LOW_ORDER_POINT -> Reason.LOW_ORDER_POINT;
          case REFLECTED -> Reason.REFLECTED;
          case OVERSIZED -> Reason.TOO_LARGE;
          case TRUNCATED -> Reason.MALFORMED;
          default -> Reason.OUT_OF_ORDER;
        };
    return new SessionException(reason, "handshake", e);
  }
}
