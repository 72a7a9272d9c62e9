package org.officeos.session.relationship;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.officeos.session.crypto.IdentityKey;

/**
 * Reads the store's files, and reads each version of a file once. Needs no lock: a file is replaced
 * whole, so what is read is one version or the next.
 */
final class RelationshipFiles {

  private final StoreFolder folder;
  private final Map<RelationshipId, Known> known = new ConcurrentHashMap<>();

  RelationshipFiles(StoreFolder folder) {
    this.folder = folder;
  }

  private record Known(FileStamp stamp, StoredRelationship stored) {

    boolean isAlive() {
      Relationship relationship = stored.relationship();
      return !relationship.current().isDestroyed()
          && relationship.next().map(next -> !next.isDestroyed()).orElse(true);
    }
  }

  /**
   * A relationship in force. One that has a tombstone is not, whether or not its file is gone yet.
   *
   * @throws StoreException {@code OPEN_TO_OTHERS}, {@code WRONG_OWNER}, {@code DAMAGED}, {@code
   *     NEWER_VERSION}
   */
  Optional<StoredRelationship> find(RelationshipId id) throws StoreException, IOException {
    Optional<StoredRelationship> found = isEnded(id) ? Optional.empty() : read(id);
    if (found.isEmpty()) {
      known.remove(id);
    }
    return found;
  }

  private Optional<StoredRelationship> read(RelationshipId id) throws StoreException, IOException {
    Path file = folder.relationship(id);
    while (true) {
      Optional<FileStamp> stamp = folder.ops().stat(file);
      if (stamp.isEmpty()) {
        return Optional.empty();
      }
      folder.requirePrivate(file, stamp.get());
      Known before = known.get(id);
      if (before != null && before.stamp().equals(stamp.get()) && before.isAlive()) {
        return Optional.of(before.stored());
      }
      byte[] bytes = readOrNothing(file);
      if (folder.ops().stat(file).equals(stamp)) {
        return decode(id, file, stamp.get(), bytes);
      }
    }
  }

  private Optional<StoredRelationship> decode(
      RelationshipId id, Path file, FileStamp stamp, byte[] bytes)
      throws StoreException, IOException {
    try {
      StoredRelationship stored = RelationshipText.decode(bytes);
      if (!stored.relationship().id().equals(id)) {
        throw FormatException.damaged("it holds another relationship than its name says");
      }
      known.put(id, new Known(stamp, stored));
      return Optional.of(stored);
    } catch (FormatException e) {
      if (isEnded(id)) {
        return Optional.empty();
      }
      throw StoreErrors.from(e, file);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** Remembers what was just written, so that it need not be read. */
  void remember(StoredRelationship written) throws IOException {
    RelationshipId id = written.relationship().id();
    Optional<FileStamp> stamp = folder.ops().stat(folder.relationship(id));
    if (stamp.isPresent()) {
      known.put(id, new Known(stamp.get(), written));
    }
  }

  boolean isEnded(RelationshipId id) throws IOException {
    return folder.ops().stat(folder.tombstone(id)).isPresent();
  }

  /** A tombstone. */
  Optional<EndedPeer> ended(RelationshipId id) throws StoreException, IOException {
    Path file = folder.tombstone(id);
    Optional<FileStamp> stamp = folder.ops().stat(file);
    if (stamp.isEmpty()) {
      return Optional.empty();
    }
    folder.requirePrivate(file, stamp.get());
    try {
      EndedPeer ended = EndedPeerText.decode(readOrNothing(file));
      if (!ended.id().equals(id)) {
        throw FormatException.damaged("it speaks of another relationship than its name says");
      }
      return Optional.of(ended);
    } catch (FormatException e) {
      throw StoreErrors.from(e, file);
    }
  }

  /** A relationship, or empty where its file cannot be used. */
  Optional<StoredRelationship> readable(RelationshipId id) throws IOException {
    try {
      return find(id);
    } catch (StoreException unusable) {
      return Optional.empty();
    }
  }

  /** A tombstone, or empty where its file cannot be used. */
  Optional<EndedPeer> readableEnded(RelationshipId id) throws IOException {
    try {
      return ended(id);
    } catch (StoreException unusable) {
      return Optional.empty();
    }
  }

  /** This device's identity. */
  IdentityKey identity() throws StoreException, IOException {
    byte[] bytes = readOrNothing(folder.identity());
    try {
      return IdentityText.decode(bytes);
    } catch (FormatException e) {
      throw StoreErrors.from(e, folder.identity());
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private byte[] readOrNothing(Path file) throws IOException {
    try {
      return folder.ops().read(file, SealedWriter.MAX_LENGTH + 1);
    } catch (NoSuchFileException goneMeanwhile) {
      return new byte[0];
    }
  }
}
