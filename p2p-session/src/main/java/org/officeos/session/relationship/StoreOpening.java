package org.officeos.session.relationship;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.relationship.StoreException.Reason;

/** What happens once, before a store can be used: look, refuse, clean, make what is missing. */
final class StoreOpening {

  private final StoreFolder folder;
  private final RelationshipFiles files;
  private final StoreWriter writer;

  private StoreOpening(StoreFolder folder) {
    this.folder = folder;
    this.files = new RelationshipFiles(folder);
    this.writer = new StoreWriter(folder, files);
  }

  static RelationshipStore open(
      Path root, FileOps ops, InstantSource clock, SecureRandom random, Duration patience)
      throws StoreException {
    try {
      StoreOpening opening = new StoreOpening(new StoreFolder(root, ops, ops.ownUid()));
      opening.makePlace();
      StoreLock lock = StoreLock.open(opening.folder.lock(), patience);
      try {
        IdentityKey identity = lock.alone(() -> opening.prepare(clock, random));
        return new DiskStore(opening.folder, opening.files, opening.writer, lock, identity, clock);
      } catch (StoreException | IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw StoreErrors.from(e, root);
    }
  }

  private void makePlace() throws IOException, StoreException {
    makeFolder(folder.root());
    folder.ops().touch(folder.lock());
    requirePrivate(folder.lock());
  }

  private void makeFolder(Path place) throws IOException, StoreException {
    if (folder.ops().statFolder(place).isEmpty()) {
      folder.ops().makeFolder(place);
    }
    Optional<FileStamp> stamp = folder.ops().statFolder(place);
    if (stamp.isEmpty() || !stamp.get().isFolder()) {
      throw new StoreException(Reason.IO, place, "it is no folder; name another place");
    }
    folder.requirePrivate(place, stamp.get());
  }

  private IdentityKey prepare(InstantSource clock, SecureRandom random)
      throws IOException, StoreException {
    for (String name : folder.ops().list(folder.root())) {
      requirePrivate(folder.root().resolve(name));
    }
    makeFolder(folder.ended());
    folder.ops().syncFolder(folder.root());
    for (String name : folder.ops().list(folder.ended())) {
      requirePrivate(folder.ended().resolve(name));
    }
    writer.finish(clock.instant());
    if (folder.ops().stat(folder.identity()).isEmpty()) {
      makeIdentity(random);
    }
    return files.identity();
  }

  private void makeIdentity(SecureRandom random) throws IOException, StoreException {
    if (!folder.ids(folder.root(), StoreFolder.RELATIONSHIP_SUFFIX).isEmpty()) {
      throw new StoreException(
          Reason.DAMAGED,
          folder.identity(),
          "relationships are here but the identity they were made with is not: restore it from a"
              + " backup, or move the folder away and pair anew");
    }
    writer.writeIdentity(IdentityKey.generate(random));
  }

  private void requirePrivate(Path file) throws IOException, StoreException {
    Optional<FileStamp> stamp = folder.ops().stat(file);
    if (stamp.isPresent()) {
      folder.requirePrivate(file, stamp.get());
    }
  }
}
