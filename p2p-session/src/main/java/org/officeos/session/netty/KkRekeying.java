package org.officeos.session.netty;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.handshake.Handshake;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Role;
import org.officeos.session.stream.Rekeying;
import org.officeos.session.stream.SessionKeys;

/** KKpsk0 with the session's own generation, bound to the session's hash and a counting number. */
final class KkRekeying implements Rekeying {

  private final Role role;
  private final Generation generation;
  private final byte[] sessionHash;
  private final SecureRandom random;
  private int number;
  private @Nullable Handshake offered;

  KkRekeying(Role role, Generation generation, byte[] sessionHash, SecureRandom random) {
    this.role = role;
    this.generation = generation;
    this.sessionHash = sessionHash.clone();
    this.random = random;
  }

  @Override
  public byte[] offer() throws SessionException {
    Handshake handshake = next();
    offered = handshake;
    return Handshakes.write(handshake);
  }

  @Override
  public SessionKeys onAnswer(byte[] message) throws SessionException {
    Handshake handshake = offered;
    if (handshake == null) {
      throw new SessionException(Reason.OUT_OF_ORDER, "no rekey was offered");
    }
    offered = null;
    Handshakes.read(handshake, message);
    return Handshakes.sessionKeys(Handshakes.finish(handshake));
  }

  @Override
  public Answer onOffer(byte[] message) throws SessionException {
    Handshake handshake = next();
    Handshakes.read(handshake, message);
    byte[] answer = Handshakes.write(handshake);
    return new Answer(answer, Handshakes.sessionKeys(Handshakes.finish(handshake)));
  }

  private Handshake next() {
    number++;
    return Handshakes.kk(role, Hello.rekeyPrologue(sessionHash, number), generation, random);
  }
}
