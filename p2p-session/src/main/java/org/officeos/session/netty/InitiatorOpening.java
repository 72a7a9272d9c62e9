package org.officeos.session.netty;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.officeos.session.Session;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.handshake.Handshake;
import org.officeos.session.handshake.TransportKeys;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;

/** The handheld waits for the second handshake message. */
final class InitiatorOpening implements Phase {

  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private final NettyEndpoint endpoint;
  private final LinkHandler link;
  private final Relationship relationship;
  private final Generation generation;
  private final byte[] hello;
  private final Handshake handshake;
  private final CompletableFuture<Session> result;
  private final long deadline = System.nanoTime() + PATIENCE_NANOS;

  InitiatorOpening(
      NettyEndpoint endpoint,
      LinkHandler link,
      Opening opening,
      CompletableFuture<Session> result) {
    this.endpoint = endpoint;
    this.link = link;
    this.relationship = opening.relationship();
    this.generation = opening.generation();
    this.hello = opening.hello();
    this.result = result;
    this.handshake = opening.handshake();
  }

  @Override
  public void onStart() {
    link.sendMessage(hello);
  }

  @Override
  public void onMessage(byte[] bytes, int offset, int length) throws SessionException {
    byte[] answer = Hello.readAnswer(Arrays.copyOfRange(bytes, offset, offset + length));
    Handshakes.read(handshake, answer);
    TransportKeys keys = Handshakes.finish(handshake);
    NettySession session =
        new NettySession(endpoint, link, relationship, generation, keys.handshakeHash());
    session.begin(Handshakes.sessionKeys(keys), result);
  }

  @Override
  public void onTick(long now) throws SessionException {
    if (now - deadline > 0) {
      throw new SessionException(Reason.TIMED_OUT, "no answer to the handshake");
    }
  }

  @Override
  public void onEnded(SessionException reason) {
    handshake.abort();
    SessionException told =
        reason.reason() == Reason.CUT
            ? new SessionException(
                Reason.UNKNOWN_PEER, "the laptop dropped the connection without a word", reason)
            : reason;
    result.completeExceptionally(told);
  }
}
