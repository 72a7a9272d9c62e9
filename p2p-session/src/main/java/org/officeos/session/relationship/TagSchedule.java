package org.officeos.session.relationship;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.officeos.session.crypto.Hkdf;
import org.officeos.session.crypto.SecretBytes;
import org.officeos.session.crypto.Sha256;

/**
 * The single-use tags by which a responder knows whom a connection is from before any
 * Diffie-Hellman. Pure; safe from any thread.
 *
 * <pre>
 * tagKey = HKDF-SHA256(salt = none, ikm = psk, info, 32 bytes)
 * info   = "officeos/tag/v1" | relationship id 16 | generation u32 | role of the sender 1
 * tag    = HMAC-SHA256(tagKey, counter u64)[0..16)
 * </pre>
 *
 * <p>Numbers are big-endian. The sender is always the initiator, so role is {@code 'I'}. One
 * counter runs through all generations of a relationship and never goes back.
 *
 * <p>Source: session protocol, version 1, "Every later connection"; the idea is Briar's (BTP).
 */
public final class TagSchedule {

  /** Length of a tag on the wire, in bytes. */
  public static final int TAG_LENGTH = 16;

  /** Length of a tag key, in bytes. */
  public static final int KEY_LENGTH = 32;

  private static final byte[] LABEL = "officeos/tag/v1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NO_SALT = new byte[0];

  private TagSchedule() {}

  /** The tag key of one generation. The caller destroys it when done. */
  public static SecretBytes key(RelationshipId id, Generation generation) {
    byte[] info =
        ByteBuffer.allocate(LABEL.length + RelationshipId.LENGTH + Integer.BYTES + 1)
            .put(LABEL)
            .put(id.toBytes())
            .putInt(generation.number())
            .put(Role.INITIATOR.label())
            .array();
    byte[] psk = generation.psk().copyOut();
    try {
      return SecretBytes.takeAndWipe(Hkdf.derive(NO_SALT, psk, info, KEY_LENGTH));
    } finally {
      Arrays.fill(psk, (byte) 0);
    }
  }

  /** The 16-byte tag of {@code counter}. */
  public static byte[] tag(SecretBytes key, long counter) {
    byte[] raw = key.copyOut();
    try {
      byte[] mac = Sha256.hmac(raw, ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
      return Arrays.copyOf(mac, TAG_LENGTH);
    } finally {
      Arrays.fill(raw, (byte) 0);
    }
  }

  /**
   * Initiator: the tag to send with a counter that {@link RelationshipStore#takeTagCounter} gave,
   * for a session on {@code generation}.
   */
  public static byte[] tag(RelationshipId id, Generation generation, long counter) {
    SecretBytes key = key(id, generation);
    try {
      return tag(key, counter);
    } finally {
      key.destroy();
    }
  }
}
