package org.officeos.session.relationship;

import java.nio.file.attribute.FileTime;

/**
 * What the file system says of one file. Two equal stamps mean the same content: each write of this
 * store makes a new file and gives it a later time than the one before it had.
 *
 * @param inode number of the inode
 * @param modified time of the last write
 * @param size length, in bytes
 * @param mode type and permission bits, as in {@code st_mode}
 * @param uid who owns it
 */
record FileStamp(long inode, FileTime modified, long size, int mode, int uid) {

  private static final int TYPE = 0170000;
  private static final int REGULAR = 0100000;
  private static final int FOLDER = 0040000;
  private static final int GROUP_AND_OTHERS = 0077;

  boolean isRegular() {
    return (mode & TYPE) == REGULAR;
  }

  boolean isFolder() {
    return (mode & TYPE) == FOLDER;
  }

  boolean isOpenToOthers() {
    return (mode & GROUP_AND_OTHERS) != 0;
  }
}
