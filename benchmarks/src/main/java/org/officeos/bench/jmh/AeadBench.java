package org.officeos.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.officeos.session.crypto.Aead;
import org.officeos.session.crypto.AeadProvider;
import org.officeos.session.crypto.BadTagException;
import org.officeos.session.crypto.SecretBytes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Sealing and opening one message, both providers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AeadBench {

  private static final byte[] NO_AAD = new byte[0];
  private static final byte[] KEY = new byte[Aead.KEY_LENGTH];

  /** Which provider. */
  @Param({"JCA", "BC"})
  public AeadProvider provider = AeadProvider.JCA;

  /** Plaintext length, in bytes. */
  @Param({"256", "1350", "16384", "65536"})
  public int bytes;

  private Aead sealing = provider.create(SecretBytes.copyOf(KEY));
  private Aead opening = sealing;
  private byte[] plain = NO_AAD;
  private byte[] opened = NO_AAD;
  private byte[] sealed = NO_AAD;
  private final byte[][] toOpen = new byte[2][];
  private long counter;

  /** Makes two sealed messages to open by turns, since a nonce is not set up twice in a row. */
  @Setup
  public void prepare() {
    sealing = provider.create(SecretBytes.copyOf(KEY));
    opening = provider.create(SecretBytes.copyOf(KEY));
    plain = new byte[bytes];
    opened = new byte[bytes];
    sealed = new byte[bytes + Aead.TAG_LENGTH];
    for (int i = 0; i < toOpen.length; i++) {
      counter = i;
      toOpen[i] = seal().clone();
    }
  }

  /** One message under a fresh counter. */
  @Benchmark
  public byte[] seal() {
    sealing.seal(counter++, NO_AAD, plain, 0, bytes, sealed, 0);
    return sealed;
  }

  /** One genuine message. */
  @Benchmark
  public byte[] open() throws BadTagException {
    int which = (int) (counter++ & 1);
    byte[] message = toOpen[which];
    opening.open(which, NO_AAD, message, 0, message.length, opened, 0);
    return opened;
  }
}
