package org.officeos.session.netty;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;
import org.officeos.session.relationship.TagMatch;
import org.officeos.session.relationship.TagTable;

/**
 * The laptop's relationships in memory beside the tags that they may show next, so that a stranger
 * costs a look-up, and never the disk or a Diffie-Hellman. Safe for use by several threads.
 */
final class Directory {

  private final Map<RelationshipId, Relationship> relationships = new HashMap<>();
  private final TagTable tags = new TagTable();

  /** What a valid tag stands for. */
  record Known(Relationship relationship, Generation generation, long counter) {}

  /** Reads everything anew; blocks on the disk. */
  void reload(RelationshipStore store) throws StoreException {
    List<Relationship> all = store.all();
    synchronized (this) {
      Set<RelationshipId> gone = new HashSet<>(relationships.keySet());
      for (Relationship relationship : all) {
        gone.remove(relationship.id());
        put(relationship);
      }
      gone.forEach(this::remove);
    }
  }

  /** Knows a relationship no more, at once and without the disk. */
  synchronized void remove(RelationshipId id) {
    relationships.remove(id);
    tags.remove(id);
  }

  /** Takes a relationship, or what became of it. */
  synchronized void put(Relationship relationship) {
    relationships.put(relationship.id(), relationship);
    tags.put(relationship);
  }

  /** Uses a tag up. */
  synchronized Optional<Known> accept(byte[] tag) {
    return tags.accept(tag).flatMap(this::known);
  }

  private Optional<Known> known(TagMatch match) {
    return Optional.ofNullable(relationships.get(match.relationship()))
        .flatMap(
            relationship ->
                Stream.concat(Stream.of(relationship.current()), relationship.next().stream())
                    .filter(generation -> generation.number() == match.generation())
                    .findFirst()
                    .map(generation -> new Known(relationship, generation, match.counter())));
  }
}
