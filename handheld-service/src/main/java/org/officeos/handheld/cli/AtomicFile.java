package org.officeos.handheld.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.officeos.handheld.client.OfficeException;
import org.officeos.handheld.client.Reason;

/** Writes a file whole or not at all, and never over another unless told to. */
final class AtomicFile {

  private final Path target;
  private final boolean force;
  private final Machine.Disk disk;

  AtomicFile(Path target, boolean force, Machine.Disk disk) {
    this.target = target.toAbsolutePath();
    this.force = force;
    this.disk = disk;
  }

  /** What can be known before any work is done: a file in the way, a folder that is not there. */
  void check() throws OfficeException {
    if (Files.isDirectory(target)) {
      throw problem(Reason.FILE, new IOException(target + " is a folder"));
    }
    if (!force && Files.exists(target)) {
      throw problem(Reason.FILE_EXISTS, new FileAlreadyExistsException(target.toString()));
    }
    Path folder = folder();
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw problem(Reason.FILE, new IOException("cannot write to the folder " + folder));
    }
  }

  void write(byte[] bytes, String unique) throws OfficeException {
    Path part = folder().resolve("." + target.getFileName() + ".part-" + unique);
    try {
      disk.writeNew(part, bytes);
      putInPlace(part);
    } catch (FileAlreadyExistsException e) {
      throw problem(Reason.FILE_EXISTS, e);
    } catch (IOException e) {
      throw problem(isFull(e) ? Reason.DISK_FULL : Reason.FILE, e);
    } finally {
      remove(part);
    }
  }

  private void putInPlace(Path part) throws IOException {
    if (force) {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    try {
      Files.createLink(target, part);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException | UnsupportedOperationException noHardLinksHere) {
      // FAT and exFAT, common on memory cards, have none; a move that looks first must do.
      Files.move(part, target);
    }
  }

  private Path folder() {
    Path parent = target.getParent();
    return parent == null ? target : parent;
  }

  private OfficeException problem(Reason reason, IOException e) {
    String word = e instanceof FileAlreadyExistsException ? target.toString() : e.getMessage();
    return OfficeException.of(reason, String.valueOf(word), e);
  }

  static boolean isFull(IOException e) {
    String word = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return word.contains("no space left") || word.contains("quota exceeded");
  }

  private static void remove(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException leftBehind) {
      // Its name says what it is; the next request takes another name.
    }
  }
}
