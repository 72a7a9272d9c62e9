package org.officeos.session.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.Role;

/**
 * The exact bytes that the Ed25519 signatures of a session cover, so that an audit trail can be
 * verified later without the session's keys.
 *
 * <p>Every layout starts with {@code label | 0x00 | direction u8 | session hash 32}, where the
 * label is ASCII, the direction is the signer's {@link Role#label()}, and the session hash is the
 * handshake hash of the session's first handshake, kept through every rekey.
 */
public final class Signatures {

  private static final byte[] INSTRUCTION = label("officeos/instruction/v1");
  private static final byte[] RESPONSE = label("officeos/response/v1");
  private static final byte[] RENEW_OFFER = label("officeos/renew-offer/v1");
  private static final byte[] RENEW_ANSWER = label("officeos/renew-answer/v1");
  private static final byte[] REVOKE = label("officeos/revoke/v1");

  private Signatures() {}

  /** {@code … | message id u64 | encoded instruction}. */
  public static byte[] instruction(byte[] sessionHash, long messageId, byte[] content) {
    return start(INSTRUCTION, Role.INITIATOR, sessionHash, 8 + content.length)
        .putLong(messageId)
        .put(content)
        .array();
  }

  /**
   * {@code … | message id u64 | encoded response}. The response's metadata holds the body's length,
   * and its SHA-256 where the instruction asked for a receipt.
   */
  public static byte[] response(byte[] sessionHash, long messageId, byte[] encodedResponse) {
    return start(RESPONSE, Role.RESPONDER, sessionHash, 8 + encodedResponse.length)
        .putLong(messageId)
        .put(encodedResponse)
        .array();
  }

  /** {@code … | relationship 16 | generation u32 | initiator's new static 32 | days u16}. */
  public static byte[] renewOffer(
      byte[] sessionHash, RelationshipId id, int generation, byte[] newStatic, int days) {
    return start(RENEW_OFFER, Role.INITIATOR, sessionHash, 16 + 4 + 32 + 2)
        .put(id.toBytes())
        .putInt(generation)
        .put(newStatic)
        .putShort((short) days)
        .array();
  }

  /**
   * {@code … | relationship 16 | generation u32 | initiator's new static 32 | responder's new
   * static 32 | expires u64}.
   */
  public static byte[] renewAnswer(
      byte[] sessionHash,
      RelationshipId id,
      int generation,
      byte[] initiatorStatic,
      byte[] responderStatic,
      long expiresMillis) {
    return start(RENEW_ANSWER, Role.RESPONDER, sessionHash, 16 + 4 + 32 + 32 + 8)
        .put(id.toBytes())
        .putInt(generation)
        .put(initiatorStatic)
        .put(responderStatic)
        .putLong(expiresMillis)
        .array();
  }

  /** {@code … | relationship 16}. */
  public static byte[] revoke(byte[] sessionHash, Role signer, RelationshipId id) {
    return start(REVOKE, signer, sessionHash, 16).put(id.toBytes()).array();
  }

  private static ByteBuffer start(byte[] label, Role signer, byte[] sessionHash, int rest) {
    return ByteBuffer.allocate(label.length + 2 + sessionHash.length + rest)
        .put(label)
        .put((byte) 0)
        .put(signer.label())
        .put(sessionHash);
  }

  private static byte[] label(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
