package org.officeos.session.relationship;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;

/** Compares relationships by everything they hold, secrets too. */
final class RelationshipAssert {

  private RelationshipAssert() {}

  static void assertSameContent(Relationship expected, Relationship actual) {
    assertArrayEquals(content(expected), content(actual), "not the same relationship");
  }

  static byte[] content(Relationship relationship) {
    return RelationshipText.encode(new StoredRelationship(relationship, 0, List.of()));
  }
}
