package org.officeos.session.relationship;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Opens the store in a folder of its own, on Linux.
 *
 * <pre>
 * folder/                          mode 0700
 *   lock                           empty; whoever writes holds a kernel lock on it
 *   identity                       this device's Ed25519 seed
 *   &lt;32 hex&gt;.relationship          one relationship, secrets in it
 *   ended/&lt;32 hex&gt;.ended           one relationship that ended, no secret in it
 *   *.tmp                          a write under way, or what a kill left of one
 * </pre>
 *
 * <p>Every file has mode 0600. Each is a few lines of text, sealed with a SHA-256 against
 * accidents; its first line is the version of the format. A file changes by writing a new one
 * beside it, forcing it to the disk, renaming it over the old one and forcing the folder. A device
 * that was never shut down properly needs no repair beyond the next opening.
 */
public final class FileRelationshipStore {

  /** How long a call waits for other writers before it fails with {@code LOCKED}. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  private FileRelationshipStore() {}

  /**
   * Opens the store at {@code folder}, making it with mode 0700 where it is not there, and finishes
   * what a killed process left undone. A damaged relationship does not keep the store from opening:
   * see {@link RelationshipStore#unusable()}.
   *
   * @param clock tells when a relationship was replaced
   * @param random makes the identity, once
   * @throws StoreException {@code OPEN_TO_OTHERS}, {@code WRONG_OWNER}, {@code LOCKED}, {@code
   *     DISK_FULL}, {@code IO}; {@code NEWER_VERSION} or {@code DAMAGED} of the identity
   */
  public static RelationshipStore open(Path folder, InstantSource clock, SecureRandom random)
      throws StoreException {
    return StoreOpening.open(folder, new RealFileOps(), clock, random, PATIENCE);
  }
}
