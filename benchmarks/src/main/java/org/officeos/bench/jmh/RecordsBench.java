package org.officeos.bench.jmh;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.officeos.session.crypto.Aead;
import org.officeos.session.crypto.Aeads;
import org.officeos.session.crypto.SecretBytes;
import org.officeos.session.record.RecordFormat;
import org.officeos.session.record.RecordReader;
import org.officeos.session.record.RecordWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One record sealed by its writer and opened by its reader, with the provider the product chose.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RecordsBench {

  private static final byte[] KEY = new byte[Aead.KEY_LENGTH];

  /** Plaintext length, in bytes; the largest fills a record. */
  @Param({"256", "16384", "65519"})
  public int bytes;

  private RecordWriter writer = new RecordWriter(Aeads.create(SecretBytes.copyOf(KEY)));
  private RecordReader reader = new RecordReader(Aeads.create(SecretBytes.copyOf(KEY)));
  private final byte[] record = new byte[RecordFormat.HEADER + RecordFormat.MAX_BODY];
  private final byte[] opened = new byte[RecordFormat.MAX_BODY];
  private byte[] plain = new byte[0];

  /** A fresh pair that counts from nought. */
  @Setup
  public void prepare() {
    writer = new RecordWriter(Aeads.create(SecretBytes.copyOf(KEY)));
    reader = new RecordReader(Aeads.create(SecretBytes.copyOf(KEY)));
    plain = new byte[bytes];
    new Random(bytes).nextBytes(plain);
  }

  /** There and back. */
  @Benchmark
  public int sealAndOpen() throws Exception {
    int length = writer.seal(plain, 0, bytes, record, 0);
    return reader.open(record, RecordFormat.HEADER, length - RecordFormat.HEADER, opened, 0);
  }
}
