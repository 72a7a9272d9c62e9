package org.officeos.session.netty;

import java.time.Instant;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.Renewal;
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

  /**
   * Either end: keeps the generation that a renewal agreed on.
   *
   * @throws SessionException {@code OUT_OF_ORDER} where another session renewed meanwhile
   */
  static Relationship agree(RelationshipStore store, RelationshipId id, Generation next)
      throws StoreException, SessionException {
    Relationship stored = store.update(id, before -> Renewal.agreed(before, next).orElse(before));
    if (stored.next().filter(next::isSameAs).isEmpty()) {
      throw new SessionException(Reason.OUT_OF_ORDER, "another session renewed meanwhile");
    }
    return stored;
  }

  private static Relationship promote(Relationship stored, Generation proved) {
    return Renewal.used(stored, proved).orElse(stored);
  }
}
