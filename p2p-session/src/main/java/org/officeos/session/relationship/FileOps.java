package org.officeos.session.relationship;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/**
 * Everything the store does to a file system, and the seam where tests break it. Each method is one
 * step after which a kill may come. None of them can be cut short by interrupting the thread.
 */
interface FileOps {

  /** The user that files made now will belong to. */
  int ownUid() throws IOException;

  /** What is at {@code path}, symbolic links not followed; empty where there is nothing. */
  Optional<FileStamp> stat(Path path) throws IOException;

  /** The same for a folder, which may be reached through a symbolic link. */
  Optional<FileStamp> statFolder(Path folder) throws IOException;

  /** Names in a folder, sorted. */
  List<String> list(Path folder) throws IOException;

  /** Makes a folder with mode 0700, and those above it with the usual mode. */
  void makeFolder(Path folder) throws IOException;

  /** Makes an empty file with mode 0600 where there is none. */
  void touch(Path file) throws IOException;

  /** At most {@code max} bytes of a file: one more than allowed tells that it is too long. */
  byte[] read(Path file, int max) throws IOException;

  /** Makes a file with mode 0600, which must not be there, and forces its content to the disk. */
  void writeNew(Path file, byte[] content) throws IOException;

  /** Sets the time of the last write. */
  void setModified(Path file, FileTime time) throws IOException;

  /** Renames within a folder, over whatever has the new name. */
  void rename(Path from, Path to) throws IOException;

  /** Forces a folder's entries to the disk. */
  void syncFolder(Path folder) throws IOException;

  /** Holds on to the content of a file that is about to lose its name. */
  Doomed hold(Path file) throws IOException;

  /** Removes a file, if there. */
  void delete(Path file) throws IOException;

  /** An open file whose content is to be overwritten. */
  interface Doomed extends AutoCloseable {

    /** Overwrites every byte with zero and forces that to the disk. */
    void wipe() throws IOException;

    @Override
    void close();
  }
}
