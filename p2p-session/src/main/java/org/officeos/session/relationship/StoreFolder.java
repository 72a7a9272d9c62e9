package org.officeos.session.relationship;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.officeos.session.relationship.FileOps.Doomed;
import org.officeos.session.relationship.StoreException.Reason;

/**
 * The names in the store's folder, and the few steps by which files there change. Everything that
 * writes runs under the {@link StoreLock}.
 */
final class StoreFolder {

  static final String RELATIONSHIP_SUFFIX = ".relationship";
  static final String ENDED_SUFFIX = ".ended";
  static final String STAGED_SUFFIX = ".tmp";

  private final Path root;
  private final FileOps ops;
  private final int ownUid;

  StoreFolder(Path root, FileOps ops, int ownUid) {
    this.root = root;
    this.ops = ops;
    this.ownUid = ownUid;
  }

  Path root() {
    return root;
  }

  Path lock() {
    return root.resolve("lock");
  }

  Path identity() {
    return root.resolve("identity");
  }

  Path ended() {
    return root.resolve("ended");
  }

  Path relationship(RelationshipId id) {
    return root.resolve(id + RELATIONSHIP_SUFFIX);
  }

  Path tombstone(RelationshipId id) {
    return ended().resolve(id + ENDED_SUFFIX);
  }

  FileOps ops() {
    return ops;
  }

  /** Ids of the files of a kind, in order. A name that is none of ours is left alone. */
  List<RelationshipId> ids(Path folder, String suffix) throws IOException {
    List<RelationshipId> ids = new ArrayList<>();
    for (String name : ops.list(folder)) {
      if (name.endsWith(suffix)) {
        idOf(name.substring(0, name.length() - suffix.length())).ifPresent(ids::add);
      }
    }
    ids.sort(null);
    return ids;
  }

  private static Optional<RelationshipId> idOf(String hex) {
    try {
      RelationshipId id = RelationshipId.fromHex(hex);
      return id.toString().equals(hex) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  /** Refuses what others could read or change, and names the command that mends it. */
  void requirePrivate(Path path, FileStamp stamp) throws StoreException {
    if (!stamp.isFolder() && !stamp.isRegular()) {
      throw new StoreException(
          Reason.DAMAGED, path, "neither a file nor a folder; move it elsewhere");
    }
    if (stamp.uid() != ownUid) {
      throw new StoreException(
          Reason.WRONG_OWNER,
          path,
          "it belongs to user " + stamp.uid() + "; run: chown " + ownUid + " " + path);
    }
    if (stamp.isOpenToOthers()) {
      String mode = stamp.isFolder() ? "700" : "600";
      throw new StoreException(
          Reason.OPEN_TO_OTHERS,
          path,
          "other users can reach this device's keys; run: chmod " + mode + " " + path);
    }
  }

  /** Writes what is to replace {@code target} beside it; nothing has changed yet. */
  Staged stage(Path target, byte[] content) throws IOException {
    Path fresh = target.resolveSibling(target.getFileName() + STAGED_SUFFIX);
    try {
      if (ops.stat(fresh).isPresent()) {
        shred(fresh);
      }
      ops.writeNew(fresh, content);
      Optional<FileStamp> before = ops.stat(target);
      if (before.isPresent()) {
        makeLater(fresh, before.get().modified());
      }
      return new Staged(fresh, target);
    } catch (IOException e) {
      abandon(fresh, e);
      throw e;
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  private void makeLater(Path fresh, FileTime before) throws IOException {
    Optional<FileStamp> now = ops.stat(fresh);
    if (now.isPresent() && now.get().modified().compareTo(before) <= 0) {
      long micros = before.to(TimeUnit.MICROSECONDS) + 1;
      ops.setModified(fresh, FileTime.from(micros, TimeUnit.MICROSECONDS));
    }
  }

  /** Puts a staged file in its place, for good: the instant at which a change happens. */
  void commit(Staged staged) throws IOException {
    ops.rename(staged.fresh(), staged.target());
    ops.syncFolder(staged.folder());
  }

  /** Removes a staged file that will not be committed. What fails here the next opening mends. */
  void abandon(Staged staged, Exception because) {
    abandon(staged.fresh(), because);
  }

  /** Takes back a file that was put in its place, though perhaps not for good. */
  void abandonCommitted(Path target, Exception because) {
    abandon(target, because);
  }

  private void abandon(Path fresh, Exception because) {
    try {
      if (ops.stat(fresh).isPresent()) {
        shred(fresh);
      }
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  /**
   * Overwrites a file and removes it. Best effort: a copying or journalling file system, and every
   * flash translation layer, may keep older blocks.
   */
  void shred(Path file) throws IOException {
    try (Doomed doomed = ops.hold(file)) {
      doomed.wipe();
    } catch (IOException e) {
      ops.delete(file);
      throw e;
    }
    ops.delete(file);
  }

  /**
   * A file written and forced, not yet in its place.
   *
   * @param fresh where it lies
   * @param target where it goes
   */
  record Staged(Path fresh, Path target) {

    Path folder() {
      Path folder = target.getParent();
      if (folder == null) {
        throw new IllegalStateException("a file of the store lies in its folder");
      }
      return folder;
    }
  }
}
