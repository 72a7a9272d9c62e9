package org.officeos.handheld.testing;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.crypto.PeerIdentity;
import org.officeos.session.crypto.SecretBytes;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.Role;

/** Relationships that tests begin with. */
public final class Peers {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Peers() {}

  public static Relationship laptop(String name, Instant paired, Duration lifetime) {
    return laptop(name, identity(), paired, lifetime, 1);
  }

  public static PeerIdentity identity() {
    return IdentityKey.generate(RANDOM).publicKey();
  }

  public static Relationship laptop(
      String name, PeerIdentity identity, Instant paired, Duration lifetime, int generation) {
    return new Relationship(
        RelationshipId.fromBytes(bytes(RelationshipId.LENGTH)),
        Role.INITIATOR,
        identity,
        name,
        generation(generation, paired, lifetime),
        Optional.empty(),
        new TreeSet<>(),
        paired,
        paired,
        0);
  }

  public static Generation generation(int number, Instant created, Duration lifetime) {
    return new Generation(
        number,
        DhKeyPair.generate(RANDOM),
        DhKeyPair.generate(RANDOM).publicKey(),
        SecretBytes.takeAndWipe(bytes(Generation.PSK_LENGTH)),
        created,
        created.plus(lifetime));
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
