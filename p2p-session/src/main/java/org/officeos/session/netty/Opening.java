package org.officeos.session.netty;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.handshake.Handshake;
import org.officeos.session.handshake.Prologue;
import org.officeos.session.relationship.ClockGuard;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.Renewal;
import org.officeos.session.relationship.Role;
import org.officeos.session.relationship.StoreException;
import org.officeos.session.relationship.TagSchedule;

/**
 * What the handheld needs to begin a session; its counter is on the disk already.
 *
 * @param relationship as it is for a session on {@code generation}
 * @param generation the one to open with
 * @param handshake the first message is written, the second is awaited
 * @param hello the first message, with a tag that was never used before
 */
record Opening(
    Relationship relationship, Generation generation, Handshake handshake, byte[] hello) {

  /**
   * Of four attempts one is made on the old generation while both are kept: should the laptop have
   * lost the new one, say by a restored disk, the pair finds itself again by retrying.
   */
  private static final int OLD_EVERY = 4;

  static Opening prepare(
      RelationshipId id, RelationshipStore store, Instant now, SecureRandom random)
      throws StoreException, SessionException {
    Optional<Relationship> found = store.find(id);
    if (found.isEmpty()) {
      throw new SessionException(whyGone(id, store), "the relationship is over; pair again");
    }
    Relationship stored = found.get();
    Expiry.require(stored, stored.preferred(), now);
    long counter = store.takeTagCounter(id);
    Generation generation = choose(stored, counter);
    Handshake handshake =
        Handshakes.kk(
            Role.INITIATOR,
            Prologue.session(id, generation.number(), Role.INITIATOR, true),
            generation,
            random);
    byte[] tag = TagSchedule.tag(id, generation, counter);
    return new Opening(
        NettyEndpoint.onGeneration(stored, generation),
        generation,
        handshake,
        Hello.session(tag, Handshakes.write(handshake)));
  }

  /** Whether what was prepared a while ago still fits what is stored. */
  boolean stillFits(RelationshipStore store, Instant now) throws StoreException {
    Optional<Relationship> stored = store.find(relationship.id());
    return stored.isPresent()
        && Renewal.generations(stored.get()).stream().anyMatch(generation::isSameAs)
        && ClockGuard.judge(stored.get(), generation, now).isValid();
  }

  /** Why the store no longer has a relationship. */
  static Reason whyGone(RelationshipId id, RelationshipStore store) throws StoreException {
    return store.endedPeers().stream()
        .filter(ended -> ended.id().equals(id))
        .findFirst()
        .map(
            ended ->
                switch (ended.why()) {
                  case EXPIRED -> Reason.EXPIRED;
                  case REVOKED_HERE -> Reason.REVOKED_HERE;
                  case REVOKED_BY_PEER -> Reason.REVOKED_BY_PEER;
                  case REPLACED -> Reason.UNKNOWN_PEER;
                })
        .orElse(Reason.UNKNOWN_PEER);
  }

  static Generation choose(Relationship stored, long counter) {
    Optional<Generation> next = stored.next();
    return next.isEmpty() || counter % OLD_EVERY == OLD_EVERY - 1 ? stored.current() : next.get();
  }
}
