package org.officeos.laptop.testing;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.officeos.session.ReceivedInstruction;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.bytecode.InstructionCodec;
import org.officeos.session.bytecode.RejectedException;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.crypto.PeerIdentity;
import org.officeos.session.crypto.SecretBytes;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.Role;
import org.officeos.session.stream.Signatures;
import org.officeos.session.testing.SettableClock;

/** Paired devices, as the laptop's store holds them, and what they send. */
public final class Devices {

  /** When everything begins. */
  public static final Instant NOW = SettableClock.NOON;

  /** How long a relationship lasts. */
  public static final Duration LIFETIME = Duration.ofDays(30);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final IdentityKey IDENTITY = IdentityKey.generate(RANDOM);

  private Devices() {}

  /** Random bytes. */
  public static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** A device that may ask for what the words say. */
  public static Relationship device(String... grants) {
    return device(IDENTITY.publicKey(), grants);
  }

  /** The same, with an identity. */
  public static Relationship device(PeerIdentity peer, String... grants) {
    Generation generation =
        new Generation(
            1,
            DhKeyPair.generate(RANDOM),
            DhKeyPair.generate(RANDOM).publicKey(),
            SecretBytes.takeAndWipe(bytes(Generation.PSK_LENGTH)),
            NOW,
            NOW.plus(LIFETIME));
    return new Relationship(
        RelationshipId.fromBytes(bytes(RelationshipId.LENGTH)),
        Role.RESPONDER,
        peer,
        "Ada's handheld",
        generation,
        Optional.empty(),
        new TreeSet<>(List.of(grants)),
        NOW,
        NOW,
        0);
  }

  /** A device that may ask for everything. */
  public static Relationship allowed() {
    return device("chat", "complete", "echo", "generate_image", "status");
  }

  /** An instruction as the session hands it over, signed by the device. */
  public static ReceivedInstruction received(
      Relationship from, long messageId, Instruction instruction) {
    return received(from, IDENTITY, messageId, instruction);
  }

  /** The same, signed by another key. */
  public static ReceivedInstruction received(
      Relationship from, IdentityKey signer, long messageId, Instruction instruction) {
    try {
      byte[] content = InstructionCodec.encode(instruction);
      byte[] hash = bytes(32);
      byte[] signature = signer.sign(Signatures.instruction(hash, messageId, content));
      return new ReceivedInstruction(from, messageId, instruction, content, signature, hash);
    } catch (RejectedException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
