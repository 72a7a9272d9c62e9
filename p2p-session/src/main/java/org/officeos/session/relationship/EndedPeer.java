package org.officeos.session.relationship;

import java.time.Instant;
import org.officeos.session.crypto.PeerIdentity;

/**
 * What stays of a relationship that ended: enough to say "known device" when the same one pairs
 * again, and to refuse its old sessions by name.
 *
 * @param id the relationship that ended
 * @param identity the peer's identity, still pinned
 * @param name the name it had
 * @param why how it ended
 * @param endedAt when, by this device's clock
 */
public record EndedPeer(
    RelationshipId id, PeerIdentity identity, String name, Why why, Instant endedAt) {

  /** How a relationship ended. */
  public enum Why {
    /** Its expiry passed. */
    EXPIRED,
    /** Somebody on this device revoked it. */
    REVOKED_HERE,
    /** The peer said, inside a session, that it was revoked there. */
    REVOKED_BY_PEER,
    /** The same peer paired anew. */
    REPLACED
  }
}
