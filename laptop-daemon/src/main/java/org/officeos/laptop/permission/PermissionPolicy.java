package org.officeos.laptop.permission;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.officeos.laptop.permission.Decision.Verdict;
import org.officeos.session.bytecode.Opcode;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;

/** Whether a device may ask for something. Pure; a grant is an opcode's name in lower case. */
public final class PermissionPolicy {

  private PermissionPolicy() {}

  /** The word that grants an opcode. */
  public static String grant(Opcode opcode) {
    return opcode.name().toLowerCase(Locale.ROOT);
  }

  /** Decides for a relationship that is in force, as the store holds it now. */
  public static Decision decide(Relationship relationship, Opcode opcode, Instant now) {
    return decide(relationship.id(), relationship.grants(), relationship.expires(), opcode, now);
  }

  /** The same, for what was read of the relationship before. */
  public static Decision decide(
      RelationshipId id, Set<String> grants, Instant expires, Opcode opcode, Instant now) {
    if (!now.isBefore(expires)) {
      return expired();
    }
    if (!grants.contains(grant(opcode))) {
      return new Decision(
          Verdict.NOT_GRANTED,
          "this device may not ask for "
              + grant(opcode)
              + "; on the laptop run: officeos-laptop permit "
              + id.shortName()
              + " "
              + grant(opcode));
    }
    return new Decision(Verdict.ALLOWED, "");
  }

  /**
   * Decides for a relationship that the store no longer holds.
   *
   * @param ended what is remembered of it, if anything
   */
  public static Decision decideEnded(Optional<EndedPeer> ended) {
    if (ended.isEmpty()) {
      return revoked("this laptop no longer knows the device");
    }
    return switch (ended.get().why()) {
      case EXPIRED -> expired();
      case REVOKED_HERE -> revoked("the relationship was revoked on the laptop");
      case REVOKED_BY_PEER -> revoked("the relationship was revoked on the device");
      case REPLACED -> revoked("the device was paired anew, which replaced this relationship");
    };
  }

  private static Decision expired() {
    return new Decision(
        Verdict.EXPIRED,
        "the relationship's time is over; pair again: officeos-laptop pair, officeos pair");
  }

  private static Decision revoked(String cause) {
    return new Decision(
        Verdict.REVOKED, cause + "; pair again: officeos-laptop pair, officeos pair");
  }
}
