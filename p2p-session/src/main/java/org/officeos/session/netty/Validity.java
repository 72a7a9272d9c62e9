package org.officeos.session.netty;

import java.time.Duration;
import java.time.Instant;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.relationship.Relationship;

/** Whether a relationship may still be used, by this device's clock. */
final class Validity {

  private static final Duration TOLERATED = Duration.ofDays(1);

  private Validity() {}

  static void require(Relationship relationship, Instant now) throws SessionException {
    if (now.isBefore(relationship.highWater().minus(TOLERATED))) {
      throw new SessionException(
          Reason.CLOCK_RAN_BACKWARDS, "last seen " + relationship.highWater() + "; set the clock");
    }
    Instant effective = now.isAfter(relationship.highWater()) ? now : relationship.highWater();
    if (!effective.isBefore(relationship.expires())) {
      throw new SessionException(Reason.EXPIRED, "on " + relationship.expires() + "; pair again");
    }
  }
}
