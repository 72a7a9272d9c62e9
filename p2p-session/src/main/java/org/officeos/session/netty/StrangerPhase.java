package org.officeos.session.netty;

import java.util.Arrays;
import java.util.Optional;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.handshake.Handshake;
import org.officeos.session.handshake.Prologue;
import org.officeos.session.handshake.TransportKeys;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.Role;

/**
 * The laptop waits for a stranger's first message. Nothing about the stranger is kept beyond this
 * link, and nothing but a table look-up is spent on it, until it shows a valid tag.
 */
final class StrangerPhase implements Phase {

  private final NettyEndpoint endpoint;
  private final long deadline;
  private final LinkHandler link;

  StrangerPhase(NettyEndpoint endpoint, LinkHandler link, long now) {
    this.endpoint = endpoint;
    this.link = link;
    this.deadline = now + HandshakeGate.SECONDS_EACH * 1_000_000_000L;
  }

  @Override
  public void onStart() throws SessionException {
    endpoint.admit(link);
  }

  @Override
  public void onMessage(byte[] bytes, int offset, int length) throws SessionException {
    byte[] message = Arrays.copyOfRange(bytes, offset, offset + length);
    try {
      switch (message[0]) {
        case Hello.KIND_SESSION -> session(message);
        case Hello.KIND_PAIRING -> pairing(message);
        default -> throw new SessionException(Reason.MALFORMED, "first message");
      }
    } catch (SessionException e) {
      if (worthSaying(e.reason())) {
        link.sendMessage(Hello.refusal(e.reason()));
      }
      throw e;
    }
  }

  private void session(byte[] message) throws SessionException {
    Hello.checkSession(message);
    byte[] tag = Hello.tagOf(message);
    Optional<Directory.Known> known = endpoint.directory().accept(tag);
    if (known.isEmpty()) {
      throw new SessionException(Reason.UNKNOWN_PEER, "tag");
    }
    endpoint.gate().showedTag(link);
    Relationship relationship = known.get().relationship();
    Generation generation = known.get().generation();
    Expiry.require(relationship, generation, endpoint.now());
    Handshake handshake =
        Handshakes.kk(
            Role.RESPONDER,
            Prologue.session(relationship.id(), generation.number(), Role.RESPONDER, false),
            generation,
            endpoint.random());
    Handshakes.read(handshake, Hello.noiseOfSession(message));
    byte[] answer = Handshakes.write(handshake);
    TransportKeys keys = Handshakes.finish(handshake);
    ResponderSession session =
        new ResponderSession(
            endpoint, link, relationship, generation, known.get().counter(), keys.handshakeHash());
    session.begin(Handshakes.sessionKeys(keys), deadline);
    link.sendMessage(Hello.answer(answer));
  }

  private void pairing(byte[] message) throws SessionException {
    Hello.checkPairing(message);
    NettyPairingWindow window = endpoint.openWindow();
    if (window == null) {
      throw new SessionException(Reason.PAIRING_CLOSED, "no window is open");
    }
    if (!window.begin(link)) {
      throw new SessionException(Reason.BUSY, "another device is pairing");
    }
    endpoint.gate().showedTag(link);
    PairingPhase phase =
        new PairingPhase(endpoint, link, Role.RESPONDER, window.dialog(), window.offer(), window);
    link.become(phase);
    phase.onHello(Hello.noiseOfPairing(message));
  }

  private static boolean worthSaying(Reason reason) {
    return switch (reason) {
      case WRONG_VERSION, WRONG_SUITE, WRONG_METHOD, WRONG_ROLE, PAIRING_CLOSED, BUSY -> true;
      default -> false;
    };
  }

  @Override
  public void onTick(long now) throws SessionException {
    if (now - deadline > 0) {
      throw new SessionException(Reason.TIMED_OUT, "no first message");
    }
  }

  @Override
  public void onEnded(SessionException reason) {
    endpoint.gate().leave(link);
    endpoint.events().onLinkRefused(reason.reason());
  }
}
