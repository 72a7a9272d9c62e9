package org.officeos.session.pairing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.DhPublicKey;
import org.officeos.session.crypto.PeerIdentity;
import org.officeos.session.crypto.SecretBytes;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.Role;

/**
 * What a pairing agreed on: everything that makes the first generation of a relationship.
 *
 * @param id the same on both ends, from the handshake hash
 * @param role which end this device is
 * @param peer the peer's identity, proved by its signature
 * @param peerName the name the peer gave itself
 * @param ownStatic this device's static, made for this peer
 * @param peerStatic the peer's static, made for this device
 * @param psk the 32-byte pre-shared key, the same on both ends
 * @param created when, by this device's clock
 * @param lifetime the shorter of both wishes, in whole days
 */
public record PairedPeer(
    RelationshipId id,
    Role role,
    PeerIdentity peer,
    String peerName,
    DhKeyPair ownStatic,
    DhPublicKey peerStatic,
    SecretBytes psk,
    Instant created,
    Duration lifetime) {

  /** The relationship to store, in its first generation, with these grants. */
  public Relationship toRelationship(SortedSet<String> grants) {
    Generation first =
        new Generation(1, ownStatic, peerStatic, psk, created, created.plus(lifetime));
    return new Relationship(
        id, role, peer, peerName, first, Optional.empty(), grants, created, created, 0);
  }

  @Override
  public String toString() {
    return "paired peer " + id.shortName();
  }
}
