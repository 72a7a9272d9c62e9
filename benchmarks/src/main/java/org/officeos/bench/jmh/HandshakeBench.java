package org.officeos.bench.jmh;

import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.SecretBytes;
import org.officeos.session.handshake.Handshake;
import org.officeos.session.handshake.HandshakeException;
import org.officeos.session.handshake.NoiseHandshakes;
import org.officeos.session.handshake.Prologue;
import org.officeos.session.handshake.TransportKeys;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.Role;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Both sides of a whole KKpsk0 handshake, without a wire. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HandshakeBench {

  private final SecureRandom random = new SecureRandom();
  private final DhKeyPair handheld = DhKeyPair.generate(random);
  private final DhKeyPair laptop = DhKeyPair.generate(random);
  private final SecretBytes psk = SecretBytes.copyOf(new byte[32]);
  private final RelationshipId id = RelationshipId.fromBytes(new byte[RelationshipId.LENGTH]);

  /** Message, answer, keys on both sides. */
  @Benchmark
  public TransportKeys kkPsk0BothSides() throws HandshakeException {
    Handshake initiator =
        NoiseHandshakes.kkPsk0(
            true,
            Prologue.session(id, 1, Role.INITIATOR, true),
            handheld,
            laptop.publicKey(),
            psk,
            random);
    Handshake responder =
        NoiseHandshakes.kkPsk0(
            false,
            Prologue.session(id, 1, Role.RESPONDER, false),
            laptop,
            handheld.publicKey(),
            psk,
            random);
    responder.read(initiator.write());
    initiator.read(responder.write());
    responder.finish();
    return initiator.finish();
  }
}
