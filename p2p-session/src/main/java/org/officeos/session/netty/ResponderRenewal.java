package org.officeos.session.netty;

import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.stream.RelationshipFrames;
import org.officeos.session.stream.RenewalMessages;

/** The laptop's side of renewal and revocation inside one session. On the link's I/O thread. */
final class ResponderRenewal implements RelationshipFrames {

  private final NettyEndpoint endpoint;
  private final ResponderSession session;
  private final Relationship relationship;
  private final byte[] sessionHash;

  ResponderRenewal(
      NettyEndpoint endpoint,
      ResponderSession session,
      Relationship relationship,
      Generation generation,
      byte[] sessionHash) {
    this.endpoint = endpoint;
    this.session = session;
    this.relationship = NettyEndpoint.onGeneration(relationship, generation);
    this.sessionHash = sessionHash;
  }

  @Override
  public void onRenewOffer(int generation, byte[] newStatic, int days, byte[] signature)
      throws SessionException {
    Generation next =
        RenewalMessages.accept(
            relationship,
            sessionHash,
            generation,
            newStatic,
            days,
            signature,
            DhKeyPair.generate(endpoint.random()),
            endpoint.now());
    endpoint.onStore(
        store -> {
          Promotion.agree(store, relationship.id(), next);
          endpoint.directory().reload(store);
          endpoint.events().onRenewed(relationship.id(), next.number());
          reply(RenewalMessages.answer(relationship, endpoint.identity(), sessionHash, next));
        },
        failure -> reply(RenewalMessages.refusal(Reason.STORE)));
  }

  private void reply(byte[] frame) {
    session.link().run(() -> session.sendControl(frame));
  }

  @Override
  public void onRevoked(byte[] signature) throws SessionException {
    RenewalMessages.verifyRevocation(relationship, sessionHash, signature);
    endpoint.eraseRevoked(relationship.id(), EndedPeer.Why.REVOKED_BY_PEER);
    throw new SessionException(Reason.REVOKED_BY_PEER);
  }

  @Override
  public void onRenewAnswer(int generation, byte[] newStatic, long expiresMillis, byte[] signature)
      throws SessionException {
    throw new SessionException(Reason.OUT_OF_ORDER, "RENEW_ANSWER from a handheld");
  }

  @Override
  public void onRenewRefused(Reason reason) throws SessionException {
    throw new SessionException(Reason.OUT_OF_ORDER, "RENEW_REFUSED from a handheld");
  }
}
