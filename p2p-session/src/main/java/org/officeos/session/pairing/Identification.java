package org.officeos.session.pairing;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.crypto.KeyException;
import org.officeos.session.crypto.PeerIdentity;

/**
 * The body of an IDENT message.
 *
 * <pre>
 * identity 32 | created i64, seconds since 1970 | lifetime u16, days | n u8 | name n, UTF-8 | signature 64
 * </pre>
 *
 * <p>The signature covers {@code "OfficeOS pairing identity v1" 00 | role label of the signer |
 * handshake hash 32 | signer's static 32 | other's static 32 |} and then the body up to the
 * signature. Integers are big-endian.
 */
record Identification(PeerIdentity identity, PairingSelf self) {

  private static final int FIXED = PeerIdentity.LENGTH + Long.BYTES + Short.BYTES + 1;

  static final int MIN_LENGTH = FIXED + 1 + PeerIdentity.SIGNATURE_LENGTH;
  static final int MAX_LENGTH = FIXED + DeviceName.MAX_BYTES + PeerIdentity.SIGNATURE_LENGTH;

  private static final byte[] LABEL = Derivations.label("OfficeOS pairing identity v1");

  /** The body, signed by {@code key} together with what this pairing binds. */
  static byte[] encode(IdentityKey key, PairingSelf self, Derivations bound) {
    byte[] name = DeviceName.encode(self.name());
    byte[] content =
        ByteBuffer.allocate(FIXED + name.length)
            .put(key.publicKey().toBytes())
            .putLong(self.created().getEpochSecond())
            .putShort((short) self.lifetimeDays())
            .put((byte) name.length)
            .put(name)
            .array();
    byte[] signature = key.sign(Derivations.join(LABEL, bound.ownSide(), content));
    return Derivations.join(content, signature);
  }

  static Identification decode(byte[] body, Derivations bound) throws PairingException {
    ByteBuffer in = ByteBuffer.wrap(body);
    byte[] rawIdentity = take(in, PeerIdentity.LENGTH);
    long created = in.getLong();
    int days = Short.toUnsignedInt(in.getShort());
    int nameLength = Byte.toUnsignedInt(in.get());
    if (in.remaining() != nameLength + PeerIdentity.SIGNATURE_LENGTH
        || created < 0
        || created > PairingSelf.MAX_EPOCH_SECOND
        || days < 1
        || days > PairingSelf.MAX_LIFETIME_DAYS) {
      throw new PairingException(PairingReason.MALFORMED);
    }
    String name = DeviceName.decode(take(in, nameLength));
    byte[] content = Arrays.copyOf(body, FIXED + nameLength);
    byte[] signature = take(in, PeerIdentity.SIGNATURE_LENGTH);
    PeerIdentity identity = identity(rawIdentity);
    if (!identity.verify(Derivations.join(LABEL, bound.peerSide(), content), signature)) {
      throw new PairingException(PairingReason.BAD_SIGNATURE);
    }
    return new Identification(
        identity, new PairingSelf(name, days, Instant.ofEpochSecond(created)));
  }

  /** The identity that a body names, whether or not its signature is right. */
  static byte[] claimedIdentity(byte[] body) {
    return Arrays.copyOf(body, PeerIdentity.LENGTH);
  }

  private static PeerIdentity identity(byte[] raw) throws PairingException {
    try {
      return PeerIdentity.fromBytes(raw);
    } catch (KeyException e) {
      throw new PairingException(PairingReason.BAD_IDENTITY);
    }
  }

  private static byte[] take(ByteBuffer in, int length) {
    byte[] taken = new byte[length];
    in.get(taken);
    return taken;
  }
}
