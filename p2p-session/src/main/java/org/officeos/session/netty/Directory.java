package org.officeos.session.netty;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;
import org.officeos.session.relationship.TagWindow;

/**
 * The laptop's relationships in memory with the tags they may show next, so that a stranger costs a
 * look-up, and never the disk or a Diffie-Hellman. A tag is gone once it was shown. Safe for use by
 * several threads.
 */
final class Directory {

  private final Map<RelationshipId, Entry> relationships = new HashMap<>();
  private final Map<ByteBuffer, Known> tags = new HashMap<>();

  /** What a valid tag stands for. */
  record Known(Relationship relationship, Generation generation, long counter) {}

  private record Entry(Relationship relationship, Set<ByteBuffer> tags) {}

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

  /** Takes a relationship, or what became of it; works out only the tags that are new. */
  synchronized void put(Relationship relationship) {
    Entry before = relationships.get(relationship.id());
    if (before != null && before.relationship().equals(relationship)) {
      return;
    }
    remove(relationship.id());
    Set<ByteBuffer> own = new HashSet<>();
    addTags(relationship, relationship.current(), own);
    relationship.next().ifPresent(next -> addTags(relationship, next, own));
    relationships.put(relationship.id(), new Entry(relationship, own));
  }

  private void addTags(Relationship relationship, Generation generation, Set<ByteBuffer> own) {
    Tags maker = Tags.of(relationship.id(), generation);
    for (long counter : TagWindow.counters(relationship.nextTag())) {
      ByteBuffer tag = ByteBuffer.wrap(maker.tag(counter));
      own.add(tag);
      tags.put(tag, new Known(relationship, generation, counter));
    }
  }

  private void remove(RelationshipId id) {
    Entry gone = relationships.remove(id);
    if (gone != null) {
      gone.tags().forEach(tags::remove);
    }
  }

  /** Uses a tag up. */
  synchronized Optional<Known> accept(byte[] tag) {
    return Optional.ofNullable(tags.remove(ByteBuffer.wrap(tag)));
  }
}
