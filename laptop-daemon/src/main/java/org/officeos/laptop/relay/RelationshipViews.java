package org.officeos.laptop.relay;

import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;

/**
 * What was last read of each relationship, without its secrets, for the one instruction that is
 * answered on an I/O thread and so cannot read the store. Whoever changes a relationship here says
 * so; a revoked one has no session left to ask.
 */
public final class RelationshipViews {

  private final Map<RelationshipId, View> views = new ConcurrentHashMap<>();

  /** What the permission room needs. */
  record View(SortedSet<String> grants, Instant expires) {

    static View of(Relationship relationship) {
      return new View(relationship.grants(), relationship.expires());
    }
  }

  /** The relationship was read, or changed to this. */
  public void put(Relationship relationship) {
    views.put(relationship.id(), View.of(relationship));
  }

  /** The relationship ended. */
  public void remove(RelationshipId id) {
    views.remove(id);
  }

  View of(Relationship asOfOpening) {
    View known = views.get(asOfOpening.id());
    return known == null ? View.of(asOfOpening) : known;
  }
}
