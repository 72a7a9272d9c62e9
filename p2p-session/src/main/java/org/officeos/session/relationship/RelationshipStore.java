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

  /**
   * All relationships in force whose files can be used, in the order of their ids. Others are told
   * of by {@link #unusable()}: one damaged file stops nobody else.
   */
  List<Relationship> all() throws StoreException;

  /**
   * What {@link #all()} and {@link #endedPeers()} leave out, and why. Asked once at start, so that
   * the person hears of it.
   */
  List<UnusableFile> unusable() throws StoreException;

  /**
   * One relationship in force, or empty. Cheap enough for every instruction: a file is read again
   * only when it changed.
   *
   * <p>The value is shared: nobody but the store destroys its secrets, and one found before an
   * {@link #erase} keeps them until it is garbage.
   *
   * @throws StoreException {@code DAMAGED}, {@code NEWER_VERSION}, {@code OPEN_TO_OTHERS}, {@code
   *     WRONG_OWNER}: its file cannot be used; {@code IO}
   */
  Optional<Relationship> find(RelationshipId id) throws StoreException;

  /**
   * Stores a new relationship, then ends every older one with the same peer as {@code REPLACED}. A
   * kill in between leaves both, never none; the next opening finishes. The id of a relationship
   * that ended is never stored again.
   *
   * @throws StoreException {@code ALREADY_THERE}, {@code LOCKED}, {@code DISK_FULL}, {@code IO}
   */
  void add(Relationship relationship) throws StoreException;

  /**
   * Replaces one relationship by what {@code change} makes of it, under the store's lock. When the
   * change drops a generation, its secrets are gone from the disk. A change that returns what it
   * was given writes nothing.
   *
   * @param change pure: may read this store, may not write to it; what it throws comes through and
   *     nothing is changed
   * @return what is stored now
   * @throws StoreException {@code UNKNOWN}, {@code LOCKED}, {@code DISK_FULL}, {@code IO}, and
   *     those of {@link #find}
   * @throws IllegalArgumentException where the change breaks {@link RelationshipRules}
   */
  Relationship update(RelationshipId id, UnaryOperator<Relationship> change) throws StoreException;

  /**
   * Takes the initiator's next tag counter. The advanced counter is on the disk before this
   * returns, so that no counter is ever used twice. After attempts without {@link #confirmTags} it
   * climbs the rungs of {@link TagCounter}.
   *
   * @throws StoreException {@code UNKNOWN}, {@code LOCKED}, {@code DISK_FULL}, {@code IO}, and
   *     those of {@link #find}
   */
  long takeTagCounter(RelationshipId id) throws StoreException;

  /**
   * Says that the peer accepted the last tag: it proved itself in the handshake that the tag began.
   * Writes to the disk only now and then.
   *
   * @throws StoreException as {@link #takeTagCounter}
   */
  void confirmTags(RelationshipId id) throws StoreException;

  /**
   * Ends a relationship: its secrets are overwritten and removed, the peer's identity stays pinned.
   * Ending one that is not there does nothing; ending one whose file cannot be read removes the
   * file. Works on a full disk. Overwriting is best effort: copying file systems and flash may keep
   * older blocks.
   *
   * @throws StoreException {@code LOCKED}, {@code IO}
   */
  void erase(RelationshipId id, EndedPeer.Why why, Instant now) throws StoreException;

  /** Peers once paired, whose relationship has ended, newest first. */
  List<EndedPeer> endedPeers() throws StoreException;

  /** What is known of an identity whose relationship has ended. */
  Optional<EndedPeer> endedPeer(PeerIdentity identity) throws StoreException;

  @Override
  void close();
}
