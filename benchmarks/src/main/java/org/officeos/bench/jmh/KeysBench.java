package org.officeos.bench.jmh;

import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.crypto.KeyException;
import org.officeos.session.crypto.PeerIdentity;
import org.officeos.session.crypto.SecretBytes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Ed25519 over a 200-byte message, and X25519. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KeysBench {

  private final SecureRandom random = new SecureRandom();
  private final IdentityKey identity = IdentityKey.generate(random);
  private final PeerIdentity peer = identity.publicKey();
  private final byte[] message = new byte[200];
  private final byte[] signature = identity.sign(message);
  private final DhKeyPair own = DhKeyPair.generate(random);
  private final DhKeyPair theirs = DhKeyPair.generate(random);

  /** Ed25519 signature. */
  @Benchmark
  public byte[] ed25519Sign() {
    return identity.sign(message);
  }

  /** Ed25519 verification. */
  @Benchmark
  public boolean ed25519Verify() {
    return peer.verify(message, signature);
  }

  /** X25519 key pair. */
  @Benchmark
  public DhKeyPair x25519Generate() {
    return DhKeyPair.generate(random);
  }

  /** X25519 shared secret. */
  @Benchmark
  public SecretBytes x25519Agree() throws KeyException {
    return own.agree(theirs.publicKey());
  }
}
