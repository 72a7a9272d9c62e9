package org.officeos.laptop.radio;

import java.nio.file.Path;

/** Has the daemon's group end with the daemon that is not running: the next start makes another. */
public final class SpentGroupFile {

  private SpentGroupFile() {}

  /**
   * Writes down that the group's key is known to somebody who shall not have it any more; nothing
   * where no radio was ever used.
   *
   * @param folder the daemon's state folder
   */
  public static void writeDown(Path folder) {
    OwnGroupFile file = new OwnGroupFile(folder);
    KeptGroups kept = file.read();
    if (kept.own().isPresent()) {
      file.write(kept.ending());
    }
  }
}
