package org.officeos.session.netty;

import java.time.Instant;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.relationship.ClockGuard;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;
import org.officeos.session.relationship.Validity;

/**
 * Whether a relationship may still be used, by this device's clock; and the end of those that not.
 */
final class Expiry {

  private Expiry() {}

  static void require(Relationship relationship, Generation generation, Instant now)
      throws SessionException {
    Validity validity = ClockGuard.judge(relationship, generation, now);
    switch (validity.state()) {
      case VALID -> {}
      case EXPIRED ->
          throw new SessionException(Reason.EXPIRED, "on " + generation.expires() + "; pair again");
      case CLOCK_RAN_BACKWARDS ->
          throw new SessionException(
              Reason.CLOCK_RAN_BACKWARDS,
              "it was " + relationship.highWater() + " before; set the clock");
    }
  }

  /** Erases the secrets of every relationship whose time is over. */
  static void sweep(RelationshipStore store, Instant now) throws StoreException {
    for (Relationship relationship : store.all()) {
      if (ClockGuard.judge(relationship, now).state() == Validity.State.EXPIRED) {
        store.erase(relationship.id(), EndedPeer.Why.EXPIRED, now);
      }
    }
  }
}
