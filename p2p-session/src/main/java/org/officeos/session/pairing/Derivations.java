package org.officeos.session.pairing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.officeos.session.crypto.DhPublicKey;
import org.officeos.session.crypto.Hkdf;
import org.officeos.session.crypto.PeerIdentity;
import org.officeos.session.crypto.SecretBytes;
import org.officeos.session.crypto.Sha256;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.Role;

/**
 * Every value that a pairing computes, each under a label of its own. {@code h} is the handshake
 * hash, {@code nI} and {@code nR} the nonces, {@code idI} and {@code idR} the identities.
 *
 * <pre>
 * commitment      = SHA-256("OfficeOS pairing commitment v1" 00 | 'I' | h | nI)
 * relationship id = SHA-256("OfficeOS relationship id v1" 00 | h), its first 16 bytes
 * psk             = HKDF(salt h, key exporter, info "OfficeOS relationship psk v1" 00 | idI | idR), 32 bytes
 * accept          = HMAC-SHA-256(psk, "OfficeOS pairing accept v1" 00 | role label of the sender)
 * </pre>
 *
 * <p>The digits have a class to themselves, {@link SixDigits}. Each label ends in a zero byte, so
 * that none begins another.
 */
final class Derivations {

  private static final byte[] COMMITMENT = label("OfficeOS pairing commitment v1");
  private static final byte[] RELATIONSHIP_ID = label("OfficeOS relationship id v1");
  private static final byte[] PSK = label("OfficeOS relationship psk v1");
  private static final byte[] ACCEPT = label("OfficeOS pairing accept v1");

  private final Role own;
  private final byte[] handshakeHash;
  private final DhPublicKey ownStatic;
  private final DhPublicKey peerStatic;

  Derivations(Role own, byte[] handshakeHash, DhPublicKey ownStatic, DhPublicKey peerStatic) {
    this.own = own;
    this.handshakeHash = handshakeHash.clone();
    this.ownStatic = ownStatic;
    this.peerStatic = peerStatic;
  }

  byte[] commitment(byte[] initiatorNonce) {
    return Sha256.hash(COMMITMENT, labelOf(Role.INITIATOR), handshakeHash, initiatorNonce);
  }

  String digits(byte[] initiatorNonce, byte[] responderNonce) {
    return SixDigits.derive(handshakeHash, initiatorNonce, responderNonce);
  }

  RelationshipId relationshipId() {
    byte[] hash = Sha256.hash(RELATIONSHIP_ID, handshakeHash);
    return RelationshipId.fromBytes(Arrays.copyOf(hash, RelationshipId.LENGTH));
  }

  SecretBytes psk(SecretBytes exporter, PeerIdentity ownIdentity, PeerIdentity peerIdentity) {
    PeerIdentity initiator = own == Role.INITIATOR ? ownIdentity : peerIdentity;
    PeerIdentity responder = own == Role.INITIATOR ? peerIdentity : ownIdentity;
    byte[] info = join(PSK, initiator.toBytes(), responder.toBytes());
    byte[] key = exporter.copyOut();
    try {
      return SecretBytes.takeAndWipe(Hkdf.derive(handshakeHash, key, info, Generation.PSK_LENGTH));
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  byte[] accept(SecretBytes psk, Role sender) {
    byte[] key = psk.copyOut();
    try {
      return Sha256.hmac(key, ACCEPT, labelOf(sender));
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /** What this end's signature binds beside its own words. */
  byte[] ownSide() {
    return side(own, ownStatic, peerStatic);
  }

  /** What the peer's signature binds beside its own words. */
  byte[] peerSide() {
    return side(own.opposite(), peerStatic, ownStatic);
  }

  static byte[] label(String text) {
    return (text + '\0').getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  private byte[] side(Role signer, DhPublicKey signersStatic, DhPublicKey othersStatic) {
    return join(labelOf(signer), handshakeHash, signersStatic.toBytes(), othersStatic.toBytes());
  }

  private static byte[] labelOf(Role role) {
    return new byte[] {role.label()};
  }
}
