package org.officeos.session.testing;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.crypto.PeerIdentity;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.RelationshipRules;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.StoreException;
import org.officeos.session.relationship.StoreException.Reason;
import org.officeos.session.relationship.TagCounter;
import org.officeos.session.relationship.UnusableFile;

/**
 * A strict stand-in for the store on files: same contract tests, nothing on the disk, and faults on
 * demand. Safe for use by several threads.
 */
public final class InMemoryRelationshipStore implements RelationshipStore {

  private static final Path NOWHERE = Path.of("memory");

  private final IdentityKey identity;
  private final InstantSource clock;
  private final Map<RelationshipId, Relationship> inForce = new TreeMap<>();
  private final Map<RelationshipId, Long> unconfirmed = new HashMap<>();
  private final List<EndedPeer> ended = new ArrayList<>();
  private Optional<Reason> fault = Optional.empty();
  private Optional<EndedPeer.Why> nextUpdateErases = Optional.empty();
  private boolean changing;
  private boolean closed;

  /** A store with a fresh identity, whose clock stands at {@link SettableClock#NOON}. */
  public InMemoryRelationshipStore() {
    this(IdentityKey.generate(new SecureRandom()), SettableClock.atNoon());
  }

  /** A store with an identity of its own; {@code clock} tells when one was replaced. */
  public InMemoryRelationshipStore(IdentityKey identity, InstantSource clock) {
    this.identity = identity;
    this.clock = clock;
  }

  /** From now on every write fails with {@code reason} and changes nothing; reads work on. */
  public synchronized void failWritesWith(Reason reason) {
    fault = Optional.of(reason);
  }

  /** Writes work again. */
  public synchronized void mend() {
    fault = Optional.empty();
  }

  /** The next update finds its relationship gone, as if another thread had just erased it. */
  public synchronized void eraseAtNextUpdate(EndedPeer.Why why) {
    nextUpdateErases = Optional.of(why);
  }

  @Override
  public IdentityKey identity() {
    return identity;
  }

  @Override
  public synchronized List<Relationship> all() throws StoreException {
    requireOpen();
    return List.copyOf(inForce.values());
  }

  @Override
  public synchronized List<UnusableFile> unusable() throws StoreException {
    requireOpen();
    return List.of();
  }

  @Override
  public synchronized Optional<Relationship> find(RelationshipId id) throws StoreException {
    requireOpen();
    return Optional.ofNullable(inForce.get(id));
  }

  @Override
  public synchronized void add(Relationship relationship) throws StoreException {
    requireWritable();
    RelationshipId id = relationship.id();
    if (inForce.containsKey(id) || ended.stream().anyMatch(gone -> gone.id().equals(id))) {
      throw new StoreException(Reason.ALREADY_THERE, NOWHERE, "pair anew for a new id");
    }
    List<Relationship> replaced =
        inForce.values().stream()
            .filter(older -> older.peer().equals(relationship.peer()))
            .toList();
    inForce.put(id, relationship);
    replaced.forEach(older -> end(older, EndedPeer.Why.REPLACED, clock.instant()));
  }

  @Override
  public synchronized Relationship update(RelationshipId id, UnaryOperator<Relationship> change)
      throws StoreException {
    requireWritable();
    if (nextUpdateErases.isPresent()) {
      end(known(id), nextUpdateErases.get(), clock.instant());
      nextUpdateErases = Optional.empty();
    }
    Relationship before = known(id);
    changing = true;
    try {
      Relationship after = RelationshipRules.requireLegal(before, change.apply(before));
      inForce.put(id, after);
      return after;
    } finally {
      changing = false;
    }
  }

  @Override
  public synchronized long takeTagCounter(RelationshipId id) throws StoreException {
    requireWritable();
    Relationship before = known(id);
    long taken = unconfirmed.getOrDefault(id, 0L);
    long counter = TagCounter.toUse(before.nextTag(), taken);
    inForce.put(id, before.withNextTag(counter + 1));
    unconfirmed.put(id, taken + 1);
    return counter;
  }

  @Override
  public synchronized void confirmTags(RelationshipId id) throws StoreException {
    requireWritable();
    known(id);
    if (unconfirmed.getOrDefault(id, 0L) >= TagCounter.CONFIRM_AT) {
      unconfirmed.remove(id);
    }
  }

  @Override
  public synchronized void erase(RelationshipId id, EndedPeer.Why why, Instant now)
      throws StoreException {
    requireWritable();
    Relationship relationship = inForce.get(id);
    if (relationship != null) {
      end(relationship, why, now);
    }
  }

  @Override
  public synchronized List<EndedPeer> endedPeers() throws StoreException {
    requireOpen();
    return ended.stream()
        .sorted(Comparator.comparing(EndedPeer::endedAt).reversed().thenComparing(EndedPeer::id))
        .toList();
  }

  @Override
  public synchronized Optional<EndedPeer> endedPeer(PeerIdentity peer) throws StoreException {
    return endedPeers().stream().filter(gone -> gone.identity().equals(peer)).findFirst();
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private void end(Relationship relationship, EndedPeer.Why why, Instant now) {
    inForce.remove(relationship.id());
    unconfirmed.remove(relationship.id());
    ended.add(
        new EndedPeer(relationship.id(), relationship.peer(), relationship.peerName(), why, now));
  }

  private Relationship known(RelationshipId id) throws StoreException {
    Relationship relationship = inForce.get(id);
    if (relationship == null) {
      throw new StoreException(Reason.UNKNOWN, NOWHERE, "pair with that device");
    }
    return relationship;
  }

  private void requireWritable() throws StoreException {
    requireOpen();
    if (changing) {
      throw new IllegalStateException("a change to the store may not write to the store");
    }
    if (fault.isPresent()) {
      throw new StoreException(fault.get(), NOWHERE, "the test asked for this");
    }
  }

  private void requireOpen() throws StoreException {
    if (closed) {
      throw new StoreException(Reason.IO, NOWHERE, "this store was closed");
    }
  }
}
