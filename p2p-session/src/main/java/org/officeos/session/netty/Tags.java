package org.officeos.session.netty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.officeos.session.crypto.Hkdf;
import org.officeos.session.crypto.Sha256;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.RelationshipId;

/**
 * The single-use tags of one generation: {@code HMAC-SHA256(tag key, counter u64)}, cut to 16
 * bytes, with {@code tag key = HKDF-SHA256(salt = relationship id, ikm = psk, info =
 * "officeos/tag/v1" | generation u32)}.
 */
final class Tags {

  private static final byte[] LABEL = "officeos/tag/v1".getBytes(StandardCharsets.US_ASCII);

  private final byte[] key;

  private Tags(byte[] key) {
    this.key = key;
  }

  static Tags of(RelationshipId id, Generation generation) {
    byte[] psk = generation.psk().copyOut();
    byte[] info =
        ByteBuffer.allocate(LABEL.length + 4).put(LABEL).putInt(generation.number()).array();
    try {
      return new Tags(Hkdf.derive(id.toBytes(), psk, info, Sha256.LENGTH));
    } finally {
      Arrays.fill(psk, (byte) 0);
    }
  }

  byte[] tag(long counter) {
    byte[] mac = Sha256.hmac(key, ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
    return Arrays.copyOf(mac, Hello.TAG);
  }
}
