package org.officeos.session.relationship;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.crypto.PeerIdentity;
import org.officeos.session.crypto.SecretBytes;
import org.officeos.session.testing.SettableClock;

/** Relationships that tests begin with. */
final class Samples {

  static final Instant NOW = SettableClock.NOON;
  static final Duration LIFETIME = Duration.ofDays(30);
  static final SecureRandom RANDOM = new SecureRandom();

  private Samples() {}

  static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  static PeerIdentity peer() {
    return IdentityKey.generate(RANDOM).publicKey();
  }

  static Generation generation(int number) {
    return generation(number, NOW);
  }

  static Generation generation(int number, Instant created) {
    return new Generation(
        number,
        DhKeyPair.generate(RANDOM),
        DhKeyPair.generate(RANDOM).publicKey(),
        SecretBytes.takeAndWipe(bytes(Generation.PSK_LENGTH)),
        created,
        created.plus(LIFETIME));
  }

  static RelationshipId id() {
    return RelationshipId.fromBytes(bytes(RelationshipId.LENGTH));
  }

  static Relationship relationship(Role role) {
    return relationship(role, peer());
  }

  static Relationship relationship(Role role, PeerIdentity peer) {
    return new Relationship(
        id(),
        role,
        peer,
        "a device",
        generation(1),
        Optional.empty(),
        new TreeSet<>(List.of("chat", "image")),
        NOW,
        NOW,
        0);
  }
}
