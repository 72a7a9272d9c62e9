package org.officeos.session.relationship;

import java.util.stream.Stream;

/**
 * What every store demands of a change to a relationship. Pure.
 *
 * <p>Id, role, peer and pairing time are fixed for ever; the tag counter and the current
 * generation's number never go back, so that no tag is used twice.
 */
public final class RelationshipRules {

  private RelationshipRules() {}

  /**
   * Refuses a change that no caller may make.
   *
   * @return {@code after}
   * @throws IllegalArgumentException names what was changed; a fault of this program
   */
  public static Relationship requireLegal(Relationship before, Relationship after) {
    require(after.id().equals(before.id()), "id");
    require(after.role() == before.role(), "role");
    require(after.peer().equals(before.peer()), "peer");
    require(after.pairedAt().equals(before.pairedAt()), "pairing time");
    require(after.nextTag() >= before.nextTag(), "tag counter, backwards");
    require(after.current().number() >= before.current().number(), "generation, backwards");
    require(!after.highWater().isBefore(before.highWater()), "high-water mark, backwards");
    return after;
  }

  /** Whether {@code after} has let go of a generation that {@code before} had. */
  public static boolean dropsSecrets(Relationship before, Relationship after) {
    return generations(before)
        .anyMatch(old -> generations(after).noneMatch(kept -> kept.isSameAs(old)));
  }

  private static Stream<Generation> generations(Relationship relationship) {
    return Stream.concat(Stream.of(relationship.current()), relationship.next().stream());
  }

  private static void require(boolean legal, String what) {
    if (!legal) {
      throw new IllegalArgumentException("a change may not touch a relationship's " + what);
    }
  }
}
