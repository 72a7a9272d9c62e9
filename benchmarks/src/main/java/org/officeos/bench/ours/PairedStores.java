package org.officeos.bench.ours;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeSet;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.SecretBytes;
import org.officeos.session.relationship.FileRelationshipStore;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.RelationshipStore;
import org.officeos.session.relationship.Role;
import org.officeos.session.relationship.StoreException;

/**
 * Real stores in folders of their own, holding what a pairing leaves behind. The pairing itself is
 * not measured here, and 200 of them would take the laptop's user 200 looks at a code.
 */
public final class PairedStores {

  private PairedStores() {}

  /** A store in {@code folder}, which is made. */
  public static RelationshipStore open(Path folder) throws StoreException, IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    return FileRelationshipStore.open(folder, InstantSource.system(), new SecureRandom());
  }

  /** Writes one relationship of 30 days, with fresh statics and key, into both stores. */
  public static RelationshipId pair(
      RelationshipStore handheld, RelationshipStore laptop, SecureRandom random)
      throws StoreException {
    byte[] raw = new byte[RelationshipId.LENGTH];
    random.nextBytes(raw);
    RelationshipId id = RelationshipId.fromBytes(raw);
    byte[] psk = new byte[Generation.PSK_LENGTH];
    random.nextBytes(psk);
    SecretBytes shared = SecretBytes.takeAndWipe(psk);
    DhKeyPair handheldStatic = DhKeyPair.generate(random);
    DhKeyPair laptopStatic = DhKeyPair.generate(random);
    Instant now = Instant.now();
    handheld.add(
        one(id, Role.INITIATOR, laptop, handheldStatic, laptopStatic, shared, now, "laptop"));
    laptop.add(
        one(id, Role.RESPONDER, handheld, laptopStatic, handheldStatic, shared, now, "handheld"));
    return id;
  }

  private static Relationship one(
      RelationshipId id,
      Role role,
      RelationshipStore peer,
      DhKeyPair own,
      DhKeyPair theirs,
      SecretBytes psk,
      Instant now,
      String peerName) {
    Generation first =
        new Generation(1, own, theirs.publicKey(), psk, now, now.plus(Duration.ofDays(30)));
    return new Relationship(
        id,
        role,
        peer.identity().publicKey(),
        peerName,
        first,
        Optional.empty(),
        new TreeSet<>(),
        now,
        now,
        0);
  }
}
