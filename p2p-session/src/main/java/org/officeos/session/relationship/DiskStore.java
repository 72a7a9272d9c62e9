package org.officeos.session.relationship;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.crypto.PeerIdentity;
import org.officeos.session.relationship.StoreException.Reason;

/** The store on files. What is a change and what a file is decided elsewhere; here they meet. */
final class DiskStore implements RelationshipStore {

  private final StoreFolder folder;
  private final RelationshipFiles files;
  private final StoreWriter writer;
  private final StoreLock lock;
  private final IdentityKey identity;
  private final InstantSource clock;
  private final AtomicBoolean unfinished = new AtomicBoolean();
  private volatile boolean closed;

  DiskStore(
      StoreFolder folder,
      RelationshipFiles files,
      StoreWriter writer,
      StoreLock lock,
      IdentityKey identity,
      InstantSource clock) {
    this.folder = folder;
    this.files = files;
    this.writer = writer;
    this.lock = lock;
    this.identity = identity;
    this.clock = clock;
  }

  @Override
  public IdentityKey identity() {
    return identity;
  }

  @Override
  public List<Relationship> all() throws StoreException {
    return reading(
        folder.root(),
        () -> {
          List<Relationship> all = new ArrayList<>();
          for (RelationshipId id : relationshipIds()) {
            files.readable(id).ifPresent(stored -> all.add(stored.relationship()));
          }
          return List.copyOf(all);
        });
  }

  @Override
  public Optional<Relationship> find(RelationshipId id) throws StoreException {
    requireOpen();
    try {
      return files.find(id).map(StoredRelationship::relationship);
    } catch (IOException e) {
      throw StoreErrors.from(e, folder.relationship(id));
    }
  }

  @Override
  public List<UnusableFile> unusable() throws StoreException {
    return reading(
        folder.root(),
        () -> {
          List<UnusableFile> unusable = new ArrayList<>();
          for (RelationshipId id : relationshipIds()) {
            examine(id, folder.relationship(id), () -> files.find(id), unusable);
          }
          for (RelationshipId id : endedIds()) {
            examine(id, folder.tombstone(id), () -> files.ended(id), unusable);
          }
          return List.copyOf(unusable);
        });
  }

  private static void examine(
      RelationshipId id, Path file, StoreLock.Work<?> reading, List<UnusableFile> unusable) {
    try {
      reading.run();
    } catch (StoreException e) {
      unusable.add(new UnusableFile(id, file, e.reason(), String.valueOf(e.getMessage())));
    } catch (IOException e) {
      StoreException named = StoreErrors.from(e, file);
      unusable.add(new UnusableFile(id, file, named.reason(), String.valueOf(named.getMessage())));
    }
  }

  @Override
  public void add(Relationship relationship) throws StoreException {
    RelationshipId id = relationship.id();
    writing(
        folder.relationship(id),
        () -> {
          if (files.isEnded(id) || folder.ops().stat(folder.relationship(id)).isPresent()) {
            throw new StoreException(
                Reason.ALREADY_THERE, folder.relationship(id), "pair anew for a new id");
          }
          List<EndedPeer> replaced = replacedBy(relationship);
          List<RelationshipId> ids = replaced.stream().map(EndedPeer::id).toList();
          if (!writer.add(new StoredRelationship(relationship, 0, ids), replaced)) {
            unfinished.set(true);
          }
          return id;
        });
  }

  private List<EndedPeer> replacedBy(Relationship fresh) throws IOException {
    Instant now = clock.instant();
    List<EndedPeer> replaced = new ArrayList<>();
    for (RelationshipId id : relationshipIds()) {
      files
          .readable(id)
          .map(StoredRelationship::relationship)
          .filter(older -> older.peer().equals(fresh.peer()))
          .map(older -> StoreWriter.tombstone(older, EndedPeer.Why.REPLACED, now))
          .ifPresent(replaced::add);
    }
    return replaced;
  }

  @Override
  public Relationship update(RelationshipId id, UnaryOperator<Relationship> change)
      throws StoreException {
    return writing(
        folder.relationship(id),
        () -> {
          StoredRelationship before = known(id);
          Relationship after =
              RelationshipRules.requireLegal(
                  before.relationship(), change.apply(before.relationship()));
          if (!after.equals(before.relationship())) {
            writer.replace(before, before.with(after));
          }
          return after;
        });
  }

  @Override
  public long takeTagCounter(RelationshipId id) throws StoreException {
    return writing(
        folder.relationship(id),
        () -> {
          StoredRelationship before = known(id);
          Relationship relationship = before.relationship();
          long counter = TagCounter.toUse(relationship.nextTag(), before.unconfirmed());
          writer.replace(
              before,
              before
                  .with(relationship.withNextTag(counter + 1))
                  .withUnconfirmed(before.unconfirmed() + 1));
          return counter;
        });
  }

  @Override
  public void confirmTags(RelationshipId id) throws StoreException {
    writing(
        folder.relationship(id),
        () -> {
          StoredRelationship before = known(id);
          if (before.unconfirmed() >= TagCounter.CONFIRM_AT) {
            writer.replace(before, before.withUnconfirmed(0));
          }
          return id;
        });
  }

  @Override
  public void erase(RelationshipId id, EndedPeer.Why why, Instant now) throws StoreException {
    writing(
        folder.relationship(id),
        () -> {
          Optional<StoredRelationship> stored = files.readable(id);
          if (stored.isPresent()) {
            writer.end(StoreWriter.tombstone(stored.get().relationship(), why, now));
          } else {
            writer.clear(id);
          }
          return id;
        });
  }

  @Override
  public List<EndedPeer> endedPeers() throws StoreException {
    return reading(
        folder.ended(),
        () -> {
          List<EndedPeer> peers = new ArrayList<>();
          for (RelationshipId id : endedIds()) {
            files.readableEnded(id).ifPresent(peers::add);
          }
          peers.sort(
              Comparator.comparing(EndedPeer::endedAt).reversed().thenComparing(EndedPeer::id));
          return List.copyOf(peers);
        });
  }

  @Override
  public Optional<EndedPeer> endedPeer(PeerIdentity identity) throws StoreException {
    return endedPeers().stream().filter(ended -> ended.identity().equals(identity)).findFirst();
  }

  @Override
  public void close() {
    closed = true;
    lock.close();
  }

  private List<RelationshipId> relationshipIds() throws IOException {
    return folder.ids(folder.root(), StoreFolder.RELATIONSHIP_SUFFIX);
  }

  private List<RelationshipId> endedIds() throws IOException {
    return folder.ids(folder.ended(), StoreFolder.ENDED_SUFFIX);
  }

  private StoredRelationship known(RelationshipId id) throws StoreException, IOException {
    return files
        .find(id)
        .orElseThrow(
            () ->
                new StoreException(
                    Reason.UNKNOWN, folder.relationship(id), "pair with that device"));
  }

  private <T> T writing(Path where, StoreLock.Work<T> work) throws StoreException {
    return reading(
        where,
        () -> {
          if (unfinished.get()) {
            writer.finish(clock.instant());
            unfinished.set(false);
          }
          try {
            return work.run();
          } catch (IOException e) {
            unfinished.set(true);
            throw e;
          }
        });
  }

  private <T> T reading(Path where, StoreLock.Work<T> work) throws StoreException {
    requireOpen();
    try {
      return lock.alone(work);
    } catch (IOException e) {
      throw StoreErrors.from(e, where);
    }
  }

  private void requireOpen() throws StoreException {
    if (closed) {
      throw new StoreException(Reason.IO, folder.root(), "this store was closed");
    }
  }
}
