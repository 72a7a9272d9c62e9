package org.officeos.session.relationship;

/**
 * Whom a tag is from.
 *
 * @param relationship which relationship
 * @param generation number of the generation that the initiator wants the session on
 * @param counter the tag's counter; the relationship's {@code nextTag} becomes one more
 */
public record TagMatch(RelationshipId relationship, int generation, long counter) {

  /**
   * The relationship once this tag was accepted; for {@link RelationshipStore#update}, before the
   * handshake is answered, so that a replay is refused after a restart too.
   */
  public Relationship acceptedBy(Relationship before) {
    return before.withNextTag(Math.max(before.nextTag(), counter + 1));
  }
}
