package org.officeos.laptop.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * One line of the trail. {@code hash} is SHA-256 over everything else, {@code previous} included:
 *
 * <pre>
 * "officeos audit 1" 0 | previous 32 | seq u64 | at u64 ms | kind u8 | began u64
 * | relationship 16 | opcode u8 | message u64
 * | 0 or 1, peer 32, session hash 32, content's SHA-256 32, signature 64, bytes u32, kept u8
 * | 0 or 1, result u8, answer bytes u64, gate, queue, upstream, transform, total u64 µs each
 * </pre>
 *
 * Numbers are big-endian. Arrays are never changed by anybody.
 *
 * @param seq counted from 1 without gaps
 * @param at wall time, in whole milliseconds
 * @param kind what the entry says
 * @param began for {@code ENDED}, the entry that it ends; otherwise 0
 * @param subject which request
 * @param proof for {@code BEGAN} and {@code REFUSED}
 * @param outcome for {@code ENDED} and {@code REFUSED}
 * @param previous the hash of the entry before, 32 zero bytes for the first
 * @param hash of this entry
 */
public record AuditEntry(
    long seq,
    Instant at,
    Kind kind,
    long began,
    AuditSubject subject,
    Optional<AuditProof> proof,
    Optional<AuditOutcome> outcome,
    byte[] previous,
    byte[] hash) {

  /** Length of a hash, in bytes. */
  public static final int HASH_LENGTH = 32;

  /** What an entry says. */
  public enum Kind {
    /** The request was accepted; written before any service is called. */
    BEGAN(1),
    /** The request that an earlier entry accepted has ended. */
    ENDED(2),
    /** The request was refused before any service was called. */
    REFUSED(3);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /** The byte that stands for it. */
    public int code() {
      return code;
    }
  }

  /** The next entry of a chain, with its hash. */
  public static AuditEntry next(
      long seq,
      Instant at,
      Kind kind,
      long began,
      AuditSubject subject,
      Optional<AuditProof> proof,
      Optional<AuditOutcome> outcome,
      byte[] previous) {
    Instant whole = Instant.ofEpochMilli(at.toEpochMilli());
    AuditEntry open =
        new AuditEntry(seq, whole, kind, began, subject, proof, outcome, previous, new byte[0]);
    return new AuditEntry(
        seq, whole, kind, began, subject, proof, outcome, previous, open.computeHash());
  }

  /** The hash that the first entry follows. */
  public static byte[] origin() {
    return new byte[HASH_LENGTH];
  }

  /** Whether the hash is the one of everything else. */
  public boolean hashFits() {
    return Arrays.equals(hash, computeHash());
  }

  private byte[] computeHash() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write("officeos audit 1\0".getBytes(StandardCharsets.US_ASCII));
      out.write(previous);
      out.writeLong(seq);
      out.writeLong(at.toEpochMilli());
      out.writeByte(kind.code());
      out.writeLong(began);
      out.write(subject.relationship().toBytes());
      out.writeByte(subject.opcode().code());
      out.writeLong(subject.messageId());
      out.writeBoolean(proof.isPresent());
      if (proof.isPresent()) {
        write(out, proof.get());
      }
      out.writeBoolean(outcome.isPresent());
      if (outcome.isPresent()) {
        write(out, outcome.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return AuditProof.sha256(bytes.toByteArray());
  }

  private static void write(DataOutputStream out, AuditProof proof) throws IOException {
    out.write(proof.peer());
    out.write(proof.sessionHash());
    out.write(proof.contentSha256());
    out.write(proof.signature());
    out.writeInt(proof.instructionBytes());
    out.writeBoolean(proof.content().isPresent());
  }

  private static void write(DataOutputStream out, AuditOutcome outcome) throws IOException {
    out.writeByte(outcome.result().code());
    out.writeLong(outcome.answerBytes());
    AuditTimes times = outcome.times();
    out.writeLong(times.gate());
    out.writeLong(times.queue());
    out.writeLong(times.upstream());
    out.writeLong(times.transform());
    out.writeLong(times.total());
  }

  @Override
  public String toString() {
    return "audit " + seq + " " + kind;
  }
}
