package org.officeos.session.relationship;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.relationship.FileOps.Doomed;
import org.officeos.session.relationship.StoreFolder.Staged;

/**
 * The store's changes, each made of steps between which a kill may come. Runs under the lock.
 *
 * <p>Everything that needs room on the disk is written before the first step that shows, so a full
 * disk changes nothing. A tombstone in its place ends a relationship at that instant; removing its
 * file is only cleaning up, and {@link #finish} does it where a kill came first.
 */
final class StoreWriter {

  private final StoreFolder folder;
  private final RelationshipFiles files;

  StoreWriter(StoreFolder folder, RelationshipFiles files) {
    this.folder = folder;
    this.files = files;
  }

  void writeIdentity(IdentityKey identity) throws IOException {
    folder.commit(folder.stage(folder.identity(), IdentityText.encode(identity)));
  }

  /**
   * Stores a relationship that was not there, then ends those it replaces.
   *
   * @return whether all of those are ended and gone; if not, {@link #finish} is to be run
   */
  boolean add(StoredRelationship fresh, List<EndedPeer> replaced) throws IOException {
    List<Staged> staged = new ArrayList<>();
    Path target = folder.relationship(fresh.relationship().id());
    try {
      staged.add(folder.stage(target, RelationshipText.encode(fresh)));
      for (EndedPeer ended : replaced) {
        staged.add(folder.stage(folder.tombstone(ended.id()), EndedPeerText.encode(ended)));
      }
      folder.commit(staged.get(0));
    } catch (IOException e) {
      staged.forEach(one -> folder.abandon(one, e));
      folder.abandonCommitted(target, e);
      throw e;
    }
    try {
      files.remember(fresh);
      for (Staged tombstone : staged.subList(1, staged.size())) {
        folder.commit(tombstone);
      }
      for (EndedPeer ended : replaced) {
        clear(ended.id());
      }
      return true;
    } catch (IOException leftForLater) {
      return false;
    }
  }

  /** Replaces a relationship; what it drops is overwritten. */
  void replace(StoredRelationship before, StoredRelationship after) throws IOException {
    Path target = folder.relationship(after.relationship().id());
    boolean drops = RelationshipRules.dropsSecrets(before.relationship(), after.relationship());
    Staged staged = folder.stage(target, RelationshipText.encode(after));
    try {
      if (drops) {
        try (Doomed doomed = folder.ops().hold(target)) {
          folder.commit(staged);
          doomed.wipe();
        }
      } else {
        folder.commit(staged);
      }
    } catch (IOException e) {
      folder.abandon(staged, e);
      throw e;
    }
    files.remember(after);
  }

  /**
   * Ends a relationship. Where there is no room for its tombstone, the secrets go first and make
   * that room: ending never waits for space, and only a kill just then loses the pinned identity.
   */
  void end(EndedPeer ended) throws IOException {
    Staged staged;
    try {
      staged = stageTombstone(ended);
    } catch (IOException e) {
      if (!StoreErrors.isFull(e)) {
        throw e;
      }
      clear(ended.id());
      staged = stageTombstone(ended);
    }
    try {
      folder.commit(staged);
    } catch (IOException e) {
      folder.abandon(staged, e);
      throw e;
    }
    clear(ended.id());
  }

  private Staged stageTombstone(EndedPeer ended) throws IOException {
    return folder.stage(folder.tombstone(ended.id()), EndedPeerText.encode(ended));
  }

  /** Overwrites and removes a relationship's file, if there. */
  void clear(RelationshipId id) throws IOException {
    Path file = folder.relationship(id);
    if (folder.ops().stat(file).isPresent()) {
      folder.shred(file);
      folder.ops().syncFolder(folder.root());
    }
  }

  /** Does what a killed writer left undone. */
  void finish(Instant now) throws IOException {
    for (Path place : List.of(folder.root(), folder.ended())) {
      for (String name : folder.ops().list(place)) {
        Path file = place.resolve(name);
        if (name.endsWith(StoreFolder.STAGED_SUFFIX) && isFile(file)) {
          folder.shred(file);
        }
      }
    }
    for (RelationshipId id : folder.ids(folder.root(), StoreFolder.RELATIONSHIP_SUFFIX)) {
      if (files.isEnded(id)) {
        clear(id);
      } else {
        finishReplacing(id, now);
      }
    }
  }

  private boolean isFile(Path path) throws IOException {
    return folder.ops().stat(path).map(FileStamp::isRegular).orElse(false);
  }

  private void finishReplacing(RelationshipId id, Instant now) throws IOException {
    Optional<StoredRelationship> newer = files.readable(id);
    if (newer.isEmpty()) {
      return;
    }
    for (RelationshipId replaced : newer.get().replaces()) {
      Optional<StoredRelationship> older = files.readable(replaced);
      if (older.isPresent()) {
        end(tombstone(older.get().relationship(), EndedPeer.Why.REPLACED, now));
      }
    }
  }

  static EndedPeer tombstone(Relationship relationship, EndedPeer.Why why, Instant now) {
    return new EndedPeer(relationship.id(), relationship.peer(), relationship.peerName(), why, now);
  }
}
