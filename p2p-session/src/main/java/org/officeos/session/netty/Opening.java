package org.officeos.session.netty;

import java.time.Instant;
import java.util.Optional;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;

/**
 * What the handheld needs to begin a session; its counter is on the disk already.
 *
 * @param relationship as it is for a session on {@code generation}
 * @param generation the one to open with
 * @param tag 16 bytes, never used before
 */
record Opening(Relationship relationship, Generation generation, byte[] tag) {

  /**
   * Of four attempts one is made on the old generation while both are kept: should the laptop have
   * lost the new one, say by a restored disk, the pair finds itself again by retrying.
   */
  private static final int OLD_EVERY = 4;

  static Opening prepare(RelationshipId id, RelationshipStore store, Instant now)
      throws StoreException, SessionException {
    Relationship stored =
        store
            .find(id)
            .orElseThrow(
                () -> new SessionException(Reason.UNKNOWN_PEER, "no such relationship here"));
    Validity.require(stored, now);
    long counter = store.takeTagCounter(id);
    Generation generation = choose(stored, counter);
    return new Opening(
        NettyEndpoint.onGeneration(stored, generation),
        generation,
        Tags.of(id, generation).tag(counter));
  }

  static Generation choose(Relationship stored, long counter) {
    Optional<Generation> next = stored.next();
    return next.isEmpty() || counter % OLD_EVERY == OLD_EVERY - 1 ? stored.current() : next.get();
  }
}
