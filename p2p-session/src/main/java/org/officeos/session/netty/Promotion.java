package org.officeos.session.netty;

import java.time.Instant;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;

/**
 * What a proved session writes down: the counter used, the clock seen, the generation confirmed.
 */
final class Promotion {

  private Promotion() {}

  /** Laptop: the handheld proved this generation with this tag. */
  static Relationship record(
      RelationshipStore store,
      Relationship relationship,
      Generation generation,
      long tagCounter,
      Instant now)
      throws StoreException {
    return store.update(
        relationship.id(),
        stored ->
            promote(stored, generation)
                .withNextTag(Math.max(stored.nextTag(), tagCounter + 1))
                .seenAt(now));
  }

  /** Handheld: the laptop proved this generation and took the tag. */
  static void confirm(
      RelationshipStore store, Relationship relationship, Generation generation, Instant now)
      throws StoreException {
    store.confirmTags(relationship.id());
    store.update(relationship.id(), stored -> promote(stored, generation).seenAt(now));
  }

  private static Relationship promote(Relationship stored, Generation proved) {
    boolean next = stored.next().filter(n -> n.number() == proved.number()).isPresent();
    return next ? stored.promoted() : stored;
  }

  /** A relationship that is gone was revoked meanwhile. */
  static Reason reasonToEnd(SessionException failure) {
    return failure.getCause() instanceof StoreException cause
            && cause.reason() == StoreException.Reason.UNKNOWN
        ? Reason.REVOKED_HERE
        : Reason.STORE;
  }
}
