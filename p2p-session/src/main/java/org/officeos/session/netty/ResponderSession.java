package org.officeos.session.netty;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.officeos.session.ReceivedInstruction;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.bytecode.RejectedException;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.stream.InstructionSink;
import org.officeos.session.stream.KeyAge;
import org.officeos.session.stream.RenewalMessages;
import org.officeos.session.stream.ResponderStream;
import org.officeos.session.stream.ResponderStreams;
import org.officeos.session.stream.SessionCore;
import org.officeos.session.stream.SessionKeys;
import org.officeos.session.stream.SessionListener;
import org.officeos.session.stream.Sessions;
import org.officeos.session.stream.StreamLimits;

/** The laptop's session. Everything runs on the link's I/O thread. */
final class ResponderSession implements SessionListener, InstructionSink {

  private final NettyEndpoint endpoint;
  private final LinkHandler link;
  private final Relationship relationship;
  private final Generation generation;
  private final long tagCounter;
  private final byte[] sessionHash;
  private final long openedAt = System.nanoTime();
  private final CompletableFuture<Void> gone = new CompletableFuture<>();
  private @Nullable SessionCore core;
  private boolean proved;

  ResponderSession(
      NettyEndpoint endpoint,
      LinkHandler link,
      Relationship relationship,
      Generation generation,
      long tagCounter,
      byte[] sessionHash) {
    this.endpoint = endpoint;
    this.link = link;
    this.relationship = relationship;
    this.generation = generation;
    this.tagCounter = tagCounter;
    this.sessionHash = sessionHash;
  }

  void begin(SessionKeys keys, long proofDeadline) {
    long now = System.nanoTime();
    ResponderStreams streams =
        new ResponderStreams(relationship, endpoint.identity(), sessionHash, this);
    SessionCore made =
        Sessions.responder(
            keys,
            Handshakes.rekeying(relationship, generation, sessionHash, endpoint.random()),
            KeyAge.STANDARD,
            streams,
            new ResponderRenewal(endpoint, this, relationship, generation, sessionHash),
            this,
            now);
    core = made;
    link.allowRecords(StreamLimits.MAX_INITIATOR_BODY);
    link.become(
        new SessionPhase(link, made, now, proofDeadline, this::endWhenExpired, this::onEnded));
  }

  Relationship relationship() {
    return relationship;
  }

  Generation generation() {
    return generation;
  }

  LinkHandler link() {
    return link;
  }

  @Override
  public void onProved() {
    proved = true;
    endpoint.gate().leave(link);
    live().welcome(endpoint.now().toEpochMilli());
    endpoint.proved(this, tagCounter);
  }

  @Override
  public void onWelcome(long peerMillis) {
    throw new IllegalStateException("a laptop is never welcomed");
  }

  @Override
  public void onRekeyed() {}

  @Override
  public void onInstruction(ReceivedInstruction received, ResponderStream stream) {
    NettyResponder responder = new NettyResponder(link, this, stream);
    responder.watch();
    endpoint.handle(received, responder);
  }

  @Override
  public void onRejected(RejectedException rejection) {
    endpoint
        .events()
        .onInstructionRejected(
            relationship.id(), rejection.rejection() + " at byte " + rejection.offset());
  }

  /** On the I/O thread: queues a frame and sends what can be sent. */
  void sendControl(byte[] frame) throws SessionException {
    live().sendControl(frame);
    pump();
  }

  /** On the I/O thread: sends what can be sent. */
  void pump() throws SessionException {
    endpoint.pump(link, live());
  }

  private void endWhenExpired() {
    try {
      Expiry.require(relationship, generation, endpoint.now());
    } catch (SessionException e) {
      link.end(e);
    }
  }

  private SessionCore live() {
    if (core == null) {
      throw new IllegalStateException("the session has not begun");
    }
    return core;
  }

  private void onEnded(SessionException reason) {
    gone.complete(null);
    endpoint.gate().leave(link);
    if (proved) {
      endpoint.ended(this, relationship.id(), reason.reason());
    } else {
      endpoint.events().onLinkRefused(reason.reason());
    }
  }

  /** Completes when it has ended. */
  CompletableFuture<Void> gone() {
    return gone.copy();
  }

  /** When it was opened, in nanoseconds of the steady clock. */
  long openedAt() {
    return openedAt;
  }

  /** Tells the peer, signed, that it is revoked, and ends it. */
  void revoke() {
    link.run(
        () -> {
          live()
              .sendControl(
                  RenewalMessages.revocation(relationship, endpoint.identity(), sessionHash));
          link.end(new SessionException(Reason.REVOKED_HERE));
        });
  }

  /**
   * The relationship ended between the handheld's proof and its being written down: a handheld that
   * was revoked is told so, signed, for it believes nothing less.
   */
  void relationshipGone(Reason why) {
    if (why == Reason.REVOKED_HERE) {
      revoke();
    } else {
      end(why);
    }
  }

  /** Ends it from this side. */
  void end(Reason reason) {
    link.run(() -> link.end(new SessionException(reason)));
  }
}
