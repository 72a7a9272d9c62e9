package org.officeos.session.relationship;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.officeos.session.crypto.SecretBytes;

/**
 * A responder's table of every tag it would accept now, over all relationships and generations: one
 * lookup, and no cryptography, tells a known peer from everybody else. At most 96 tags for each
 * generation ({@link TagWindow}), about 10 kB of memory each.
 *
 * <p>Holds no I/O. Safe for use by several threads: a tag that two connections bring at once is
 * accepted for one of them.
 */
public final class TagTable {

  private final Map<Tag, TagMatch> open = new HashMap<>();
  private final Map<RelationshipId, Row> rows = new HashMap<>();

  /** An empty table. */
  public TagTable() {}

  /** A table of the tags of all responder's relationships among {@code relationships}. */
  public static TagTable of(Collection<Relationship> relationships) {
    TagTable table = new TagTable();
    relationships.forEach(table::put);
    return table;
  }

  /**
   * Takes in a new relationship, or what became of a known one: after pairing, after a renewal,
   * after a promotion. Never turns a counter back. A relationship in which this device is the
   * initiator has no tags to accept, and changes nothing.
   */
  public synchronized void put(Relationship relationship) {
    if (relationship.role() != Role.RESPONDER) {
      return;
    }
    RelationshipId id = relationship.id();
    Row row = rows.computeIfAbsent(id, unknown -> new Row());
    List<Column> kept = new ArrayList<>();
    for (Generation generation : Renewal.generations(relationship)) {
      kept.add(row.takeOrMake(id, generation));
    }
    row.columns.forEach(this::close);
    row.columns = kept;
    row.next = Math.max(row.next, relationship.nextTag());
    slide(id, row);
  }

  /** Forgets a relationship: expired or revoked. */
  public synchronized void remove(RelationshipId id) {
    Row row = rows.remove(id);
    if (row != null) {
      row.columns.forEach(this::close);
    }
  }

  /**
   * Accepts a tag from outside, once. It is refused from now on in all the relationship's
   * generations, whatever becomes of the connection. Up to {@link TagWindow#SIZE} tags before it
   * that were never shown stay good as long as this table lives, since two programs on one handheld
   * may connect at once and arrive in either order.
   *
   * @param tag any bytes
   * @return empty for a tag that is unknown, was used before, or is not 16 bytes long
   */
  public synchronized Optional<TagMatch> accept(byte[] tag) {
    if (tag.length != TagSchedule.TAG_LENGTH) {
      return Optional.empty();
    }
    TagMatch match = open.get(Tag.of(tag));
    if (match == null) {
      return Optional.empty();
    }
    Row row = rows.get(match.relationship());
    if (row == null) {
      throw new IllegalStateException("a tag without its relationship");
    }
    row.use(match.counter(), open);
    slide(match.relationship(), row);
    return Optional.of(match);
  }

  /** How many tags would be accepted now. */
  public synchronized int size() {
    return open.size();
  }

  private void slide(RelationshipId id, Row row) {
    long[] counters = TagWindow.counters(row.next);
    for (Column column : row.columns) {
      Map<Long, Tag> left = column.tags.headMap(row.next - TagWindow.SIZE);
      left.values().forEach(open::remove);
      left.clear();
      for (long counter : counters) {
        if (!column.tags.containsKey(counter)) {
          Tag tag = Tag.of(TagSchedule.tag(column.key, counter));
          column.tags.put(counter, tag);
          open.put(tag, new TagMatch(id, column.generation.number(), counter));
        }
      }
    }
  }

  private void close(Column column) {
    column.tags.values().forEach(open::remove);
    column.key.destroy();
  }

  private record Tag(long high, long low) {

    static Tag of(byte[] bytes) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return new Tag(buffer.getLong(), buffer.getLong());
    }
  }

  private static final class Row {
    List<Column> columns = List.of();
    long next;

    void use(long counter, Map<Tag, TagMatch> open) {
      for (Column column : columns) {
        Tag used = column.tags.remove(counter);
        if (used != null) {
          open.remove(used);
        }
      }
      next = Math.max(next, counter + 1);
    }

    Column takeOrMake(RelationshipId id, Generation generation) {
      for (Column column : columns) {
        if (column.generation.isSameAs(generation)) {
          columns = columns.stream().filter(other -> other != column).toList();
          return column;
        }
      }
      return new Column(generation, TagSchedule.key(id, generation));
    }
  }

  private static final class Column {
    final Generation generation;
    final SecretBytes key;
    final TreeMap<Long, Tag> tags = new TreeMap<>();

    Column(Generation generation, SecretBytes key) {
      this.generation = generation;
      this.key = key;
    }
  }
}
