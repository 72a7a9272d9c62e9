package org.officeos.session.netty;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.Renewal;
import org.officeos.session.stream.RelationshipFrames;
import org.officeos.session.stream.RenewalMessages;

/** The handheld's side of renewal and revocation inside one session. On the link's I/O thread. */
final class InitiatorRenewal implements RelationshipFrames {

  private final NettyEndpoint endpoint;
  private final NettySession session;
  private final Relationship relationship;
  private final byte[] sessionHash;
  private boolean asked;
  private @Nullable Pending pending;

  private record Pending(
      DhKeyPair fresh, Duration lifetime, CompletableFuture<Relationship> result) {}

  InitiatorRenewal(
      NettyEndpoint endpoint, NettySession session, Relationship relationship, byte[] sessionHash) {
    this.endpoint = endpoint;
    this.session = session;
    this.relationship = relationship;
    this.sessionHash = sessionHash;
  }

  void offer(Duration lifetime, CompletableFuture<Relationship> result) throws SessionException {
    if (asked) {
      result.completeExceptionally(
          new SessionException(
              Reason.OUT_OF_ORDER, "one renewal a session; reconnect to renew again"));
      return;
    }
    asked = true;
    pending = new Pending(DhKeyPair.generate(endpoint.random()), lifetime, result);
    endpoint.onStore(
        store -> {
          store.update(relationship.id(), Renewal::beforeAsking);
          session.runOnLink(this::sendOffer);
        },
        result::completeExceptionally);
  }

  private void sendOffer() throws SessionException {
    if (pending != null) {
      session.sendControl(
          RenewalMessages.offer(
              relationship, endpoint.identity(), sessionHash, pending.fresh(), pending.lifetime()));
    }
  }

  @Override
  public void onRenewAnswer(int generation, byte[] newStatic, long expiresMillis, byte[] signature)
      throws SessionException {
    Pending mine = take();
    Generation next =
        RenewalMessages.conclude(
            relationship,
            sessionHash,
            mine.fresh(),
            mine.lifetime(),
            generation,
            newStatic,
            expiresMillis,
            signature,
            endpoint.now());
    endpoint.onStore(
        store -> {
          Relationship stored = Promotion.agree(store, relationship.id(), next);
          endpoint.events().onRenewed(relationship.id(), next.number());
          mine.result().complete(stored);
        },
        failure -> mine.result().completeExceptionally(failure));
  }

  @Override
  public void onRenewRefused(Reason reason) throws SessionException {
    take().result().completeExceptionally(new SessionException(reason, "renewal refused"));
  }

  @Override
  public void onRevoked(byte[] signature) throws SessionException {
    RenewalMessages.verifyRevocation(relationship, sessionHash, signature);
    endpoint.eraseRevoked(relationship.id(), EndedPeer.Why.REVOKED_BY_PEER);
    throw new SessionException(Reason.REVOKED_BY_PEER);
  }

  @Override
  public void onRenewOffer(int generation, byte[] newStatic, int days, byte[] signature)
      throws SessionException {
    throw new SessionException(Reason.OUT_OF_ORDER, "RENEW_OFFER from a laptop");
  }

  private Pending take() throws SessionException {
    Pending mine = pending;
    if (mine == null) {
      throw new SessionException(Reason.OUT_OF_ORDER, "no renewal was offered");
    }
    pending = null;
    return mine;
  }
}
