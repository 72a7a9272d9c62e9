package org.officeos.session.relationship;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Opens the store in a folder of its own. */
public final class FileRelationshipStore {

  private FileRelationshipStore() {}

  /**
   * Opens the store at {@code folder}, making it with mode 0700 where it is not there.
   *
   * @throws StoreException {@code OPEN_TO_OTHERS}, {@code WRONG_OWNER}, {@code NEWER_VERSION},
   *     {@code DAMAGED}, {@code DISK_FULL}, {@code IO}
   */
  public static RelationshipStore open(Path folder, InstantSource clock, SecureRandom random)
      throws StoreException {
    throw new UnsupportedOperationException("being built: " + folder + clock + random);
  }
}
