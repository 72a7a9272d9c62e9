package org.officeos.session.relationship;

import java.util.List;

/**
 * A relationship as it lies on the disk.
 *
 * @param relationship what callers see
 * @param unconfirmed tag counters taken since the peer was last known to have accepted one
 * @param replaces older relationships with the same peer, which this one ended; whoever finds one
 *     of them still there finishes the job
 */
record StoredRelationship(
    Relationship relationship, long unconfirmed, List<RelationshipId> replaces) {

  StoredRelationship {
    replaces = List.copyOf(replaces);
  }

  StoredRelationship with(Relationship changed) {
    return new StoredRelationship(changed, unconfirmed, replaces);
  }

  StoredRelationship withUnconfirmed(long count) {
    return new StoredRelationship(relationship, count, replaces);
  }
}
