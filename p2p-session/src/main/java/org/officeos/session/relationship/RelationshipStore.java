package org.officeos.session.relationship;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.crypto.PeerIdentity;

/**
 * Keeps this device's identity and its relationships. Every method is atomic: after a kill at any
 * instant the store holds either the state before or the state after. Several processes of the same
 * user may use one store at a time; each call sees what the last finished one wrote. Safe for use
 * by several threads; every call may block on the disk.
 */
public interface RelationshipStore extends AutoCloseable {

  /** This device's identity, made and stored when the store was first opened. */
  IdentityKey identity();

  /** All relationships in force, in the order of their ids. */
  List<Relationship> all() throws StoreException;

  /** One relationship, or empty. */
  Optional<Relationship> find(RelationshipId id) throws StoreException;

  /**
   * Stores a new relationship.
   *
   * @throws StoreException {@code ALREADY_THERE}, {@code DISK_FULL}, {@code IO}
   */
  void add(Relationship relationship) throws StoreException;

  /**
   * Replaces one relationship by what {@code change} makes of it, under the store's lock. When the
   * change drops a generation, its secrets are gone from the disk.
   *
   * @return what is stored now
   * @throws StoreException {@code UNKNOWN}, {@code DISK_FULL}, {@code IO}
   */
  Relationship update(RelationshipId id, UnaryOperator<Relationship> change) throws StoreException;

  /**
   * Takes the initiator's next tag counter. The advanced counter is on the disk before this
   * returns, so that no counter is ever used twice.
   *
   * @throws StoreException {@code UNKNOWN}, {@code DISK_FULL}, {@code IO}
   */
  long takeTagCounter(RelationshipId id) throws StoreException;

  /**
   * Ends a relationship: its secrets are overwritten and removed, the peer's identity stays pinned.
   * Ending one that is not there does nothing.
   */
  void erase(RelationshipId id, EndedPeer.Why why, Instant now) throws StoreException;

  /** Peers once paired, whose relationship has ended, newest first. */
  List<EndedPeer> endedPeers() throws StoreException;

  /** What is known of an identity whose relationship has ended. */
  Optional<EndedPeer> endedPeer(PeerIdentity identity) throws StoreException;

  @Override
  void close();
}
