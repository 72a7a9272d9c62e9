package org.officeos.laptop.daemon;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.crypto.PeerIdentity;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;
import org.officeos.session.relationship.UnusableFile;

/**
 * The relationship store, except that a device which pairs gets the configured grants in the same
 * write, so that there is no instant at which it is paired and may do nothing.
 */
final class GrantingStore implements RelationshipStore {

  private final RelationshipStore store;
  private final SortedSet<String> grants;

  GrantingStore(RelationshipStore store, SortedSet<String> grants) {
    this.store = store;
    this.grants = grants;
  }

  @Override
  public void add(Relationship relationship) throws StoreException {
    store.add(relationship.grants().isEmpty() ? relationship.withGrants(grants) : relationship);
  }

  @Override
  public IdentityKey identity() {
    return store.identity();
  }

  @Override
  public List<Relationship> all() throws StoreException {
    return store.all();
  }

  @Override
  public Optional<Relationship> find(RelationshipId id) throws StoreException {
    return store.find(id);
  }

  @Override
  public Relationship update(RelationshipId id, UnaryOperator<Relationship> change)
      throws StoreException {
    return store.update(id, change);
  }

  @Override
  public long takeTagCounter(RelationshipId id) throws StoreException {
    return store.takeTagCounter(id);
  }

  @Override
  public List<UnusableFile> unusable() throws StoreException {
    return store.unusable();
  }

  @Override
  public void confirmTags(RelationshipId id) throws StoreException {
    store.confirmTags(id);
  }

  @Override
  public void erase(RelationshipId id, EndedPeer.Why why, Instant now) throws StoreException {
    store.erase(id, why, now);
  }

  @Override
  public List<EndedPeer> endedPeers() throws StoreException {
    return store.endedPeers();
  }

  @Override
  public Optional<EndedPeer> endedPeer(PeerIdentity identity) throws StoreException {
    return store.endedPeer(identity);
  }

  @Override
  public void close() {
    store.close();
  }
}
