package org.officeos.session.relationship;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The file system of a Linux kernel. */
final class RealFileOps implements FileOps {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final Path OWN_STATUS = Path.of("/proc/self/status");
  private static final String STAMP = "unix:ino,lastModifiedTime,size,mode,uid";

  @Override
  public int ownUid() throws IOException {
    for (String line : Files.readAllLines(OWN_STATUS)) {
      if (line.startsWith("Uid:")) {
        List<String> realEffectiveSavedFile = List.of(line.substring(4).trim().split("\\s+", -1));
        return Integer.parseUnsignedInt(realEffectiveSavedFile.get(3));
      }
    }
    throw new IOException(OWN_STATUS + " does not say whose this process is");
  }

  @Override
  public Optional<FileStamp> stat(Path path) throws IOException {
    return stat(path, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public Optional<FileStamp> statFolder(Path folder) throws IOException {
    return stat(folder, new LinkOption[0]);
  }

  private static Optional<FileStamp> stat(Path path, LinkOption... options) throws IOException {
    try {
      Map<String, Object> found = Files.readAttributes(path, STAMP, options);
      return Optional.of(
          new FileStamp(
              part(found, "ino", Long.class),
              part(found, "lastModifiedTime", FileTime.class),
              part(found, "size", Long.class),
              part(found, "mode", Integer.class),
              part(found, "uid", Integer.class)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static <T> T part(Map<String, Object> found, String name, Class<T> type) {
    return Objects.requireNonNull(type.cast(found.get(name)), name);
  }

  @Override
  public List<String> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    Path above = folder.toAbsolutePath().getParent();
    if (above != null) {
      Files.createDirectories(above);
    }
    try {
      Files.createDirectory(folder, OWNER_ONLY_FOLDER);
    } catch (FileAlreadyExistsException somebodyWasFaster) {
      // Whoever made it, the caller looks at its mode and owner next.
    }
  }

  @Override
  public void touch(Path file) throws IOException {
    try {
      Files.createFile(file, OWNER_ONLY_FILE);
    } catch (FileAlreadyExistsException somebodyWasFaster) {
      // Whoever made it, the caller looks at its mode and owner next.
    }
  }

  @Override
  public byte[] read(Path file, int max) throws IOException {
    return uninterrupted(
        () -> {
          try (FileChannel in =
              FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(in.size() + 1, max));
            int count = 0;
            while (count >= 0 && buffer.hasRemaining()) {
              count = in.read(buffer);
            }
            byte[] content = Arrays.copyOf(buffer.array(), buffer.position());
            Arrays.fill(buffer.array(), (byte) 0);
            return content;
          }
        });
  }

  @Override
  public void writeNew(Path file, byte[] content) throws IOException {
    Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    boolean[] made = new boolean[1];
    uninterrupted(
        () -> {
          if (made[0]) {
            Files.deleteIfExists(file);
          }
          try (FileChannel out = FileChannel.open(file, fresh, OWNER_ONLY_FILE)) {
            made[0] = true;
            writeAll(out, ByteBuffer.wrap(content));
            out.force(true);
          }
          return file;
        });
  }

  @Override
  public void setModified(Path file, FileTime time) throws IOException {
    Files.setLastModifiedTime(file, time);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    uninterrupted(
        () -> {
          try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
          }
          return folder;
        });
  }

  @Override
  public Doomed hold(Path file) throws IOException {
    return new HeldFile(new RandomAccessFile(file.toFile(), "rw"));
  }

  @Override
  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  private static void writeAll(FileChannel out, ByteBuffer content) throws IOException {
    while (content.hasRemaining()) {
      out.write(content);
    }
  }

  private static <T> T uninterrupted(Step<T> step) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return step.run();
        } catch (ClosedByInterruptException e) {
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @FunctionalInterface
  private interface Step<T> {
    T run() throws IOException;
  }

  private static final class HeldFile implements Doomed {

    private final RandomAccessFile file;

    HeldFile(RandomAccessFile file) {
      this.file = file;
    }

    @Override
    public void wipe() throws IOException {
      byte[] zeros = new byte[8192];
      file.seek(0);
      for (long left = file.length(); left > 0; left -= zeros.length) {
        file.write(zeros, 0, (int) Math.min(left, zeros.length));
      }
      file.getFD().sync();
    }

    @Override
    public void close() {
      try {
        file.close();
      } catch (IOException e) {
        // Nothing is buffered here: what was wiped was forced, what was not is reported already.
      }
    }
  }
}
