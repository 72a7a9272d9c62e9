package org.officeos.laptop.daemon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.officeos.laptop.daemon.DaemonException.Reason;

/**
 * The daemon's folder, mode 0700, held by one daemon at a time. The lock is the operating system's,
 * so that it ends with the process however that ends.
 */
public final class StateFolder implements AutoCloseable {

  /** Folder of the relationship store within. */
  public static final String RELATIONSHIPS = "relationships";

  /** File within that a daemon holds; it stays when the daemon ends. */
  static final String LOCK = "daemon.lock";

  private final Path path;
  private final FileChannel channel;

  private StateFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Makes the folder where it is not there, and refuses one that others can enter.
   *
   * @throws DaemonException {@code STATE_FOLDER}
   */
  public static void prepare(Path path) throws DaemonException {
    FileAttribute<Set<PosixFilePermission>> own =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    try {
      if (!Files.isDirectory(path)) {
        Path parent = path.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        Files.createDirectory(path, own);
      }
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path);
      if (!PosixFilePermissions.fromString("rwx------").containsAll(mode)) {
        throw new DaemonException(
            Reason.STATE_FOLDER, path + " can be entered by others; run: chmod 700 " + path);
      }
    } catch (IOException e) {
      throw new DaemonException(
          Reason.STATE_FOLDER,
          path + " cannot be made; name another state_dir: " + e.getClass().getSimpleName());
    }
  }

  /**
   * Prepares and holds the folder.
   *
   * @throws DaemonException {@code ALREADY_RUNNING} with the other's process id, {@code
   *     STATE_FOLDER}
   */
  public static StateFolder hold(Path path, long pid) throws DaemonException {
    prepare(path);
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              path.resolve(LOCK),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      if (lock(channel) == null) {
        String other = holder(channel);
        channel.close();
        throw new DaemonException(
            Reason.ALREADY_RUNNING,
            "a daemon with process id "
                + other
                + " uses "
                + path
                + "; end it, or give this one another state_dir");
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap((pid + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
      return new StateFolder(path, channel);
    } catch (IOException e) {
      throw new DaemonException(
          Reason.STATE_FOLDER, path + " cannot be locked: " + e.getClass().getSimpleName());
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(32);
    channel.read(text, 0);
    String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
    return pid.isEmpty() ? "unknown" : pid;
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /** Lets the folder go. */
  @Override
  public void close() throws DaemonException {
    try {
      channel.close();
    } catch (IOException e) {
      throw new DaemonException(Reason.STATE_FOLDER, path + " cannot be let go");
    }
  }
}
