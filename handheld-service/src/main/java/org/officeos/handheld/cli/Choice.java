package org.officeos.handheld.cli;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.Role;
import org.officeos.session.relationship.StoreException;

/** Which relationship a command means. */
final class Choice {

  private Choice() {}

  /**
   * The one whose id begins so; without a wish, the one paired last of those in force, or the one
   * paired last of all.
   */
  static Relationship of(RelationshipStore store, Optional<String> wish, Instant now)
      throws OfficeException {
    try {
      List<Relationship> mine =
          store.all().stream().filter(r -> r.role() == Role.INITIATOR).toList();
      if (wish.isPresent()) {
        return named(mine, wish.get().toLowerCase(Locale.ROOT));
      }
      Comparator<Relationship> byUse =
          Comparator.<Relationship, Boolean>comparing(r -> r.expires().isAfter(now))
              .thenComparing(Relationship::pairedAt);
      Optional<Relationship> latest = mine.stream().max(byUse);
      if (latest.isPresent()) {
        return latest.get();
      }
      throw none(store.endedPeers());
    } catch (StoreException e) {
      throw OfficeException.of(e);
    }
  }

  private static Relationship named(List<Relationship> mine, String wish) throws OfficeException {
    List<Relationship> found =
        mine.stream().filter(r -> r.id().toString().startsWith(wish)).toList();
    if (wish.length() < 4 || found.size() != 1) {
      throw OfficeException.of(Reason.NO_SUCH_RELATIONSHIP);
    }
    return found.get(0);
  }

  private static OfficeException none(List<EndedPeer> ended) {
    if (ended.isEmpty()) {
      return OfficeException.of(Reason.NEVER_PAIRED);
    }
    return over(ended.get(0).why());
  }

  /** What a person is told of a relationship that ended so. */
  static OfficeException over(EndedPeer.Why why) {
    return switch (why) {
      case EXPIRED -> OfficeException.of(Reason.EXPIRED);
      case REVOKED_HERE -> OfficeException.of(Reason.REVOKED);
      case REVOKED_BY_PEER -> OfficeException.of(Reason.REVOKED_BY_LAPTOP);
      case REPLACED -> OfficeException.of(Reason.NEVER_PAIRED);
    };
  }
}
