package org.officeos.laptop.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.officeos.session.ReceivedInstruction;

/**
 * What proves an instruction later. Arrays are never changed by anybody.
 *
 * @param peer the device's 32-byte Ed25519 identity
 * @param sessionHash the 32-byte handshake hash that the signature covers
 * @param contentSha256 of the encoded instruction
 * @param signature the device's 64-byte Ed25519 signature
 * @param instructionBytes length of the encoded instruction
 * @param content the encoded instruction itself, only where the configuration says to keep it
 */
public record AuditProof(
    byte[] peer,
    byte[] sessionHash,
    byte[] contentSha256,
    byte[] signature,
    int instructionBytes,
    Optional<byte[]> content) {

  /** The proof of an instruction as it was received. */
  public static AuditProof of(ReceivedInstruction received, boolean keepContent) {
    return new AuditProof(
        received.relationship().peer().toBytes(),
        received.sessionHash(),
        sha256(received.content()),
        received.signature(),
        received.content().length,
        keepContent ? Optional.of(received.content()) : Optional.empty());
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "proof of " + instructionBytes + " bytes";
  }
}
