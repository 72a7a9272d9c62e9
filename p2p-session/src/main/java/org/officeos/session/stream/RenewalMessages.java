package org.officeos.session.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.DhPublicKey;
import org.officeos.session.crypto.Hkdf;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.crypto.KeyException;
import org.officeos.session.crypto.SecretBytes;
import org.officeos.session.relationship.Generation;
import org.officeos.session.relationship.Relationship;

/**
 * Renewal inside a live session, as pure functions.
 *
 * <p>The handheld offers a fresh static; the laptop stores the next generation and only then
 * answers with its own; the handheld stores it too. Both keep the old generation beside the new one
 * until a session on the new one proves that both hold it, so that a lost answer strands nobody.
 *
 * <p>The next pre-shared key is {@code HKDF-SHA256(salt = session hash, ikm = old psk | X25519(new
 * statics), info = "officeos/renew-psk/v1" | generation u32)}: neither the old secrets alone nor
 * the new statics alone give it.
 */
public final class RenewalMessages {

  private static final byte[] LABEL = "officeos/renew-psk/v1".getBytes(StandardCharsets.US_ASCII);

  private RenewalMessages() {}

  /** Initiator: the RENEW_OFFER frame for a fresh static. */
  public static byte[] offer(
      Relationship relationship,
      IdentityKey own,
      byte[] sessionHash,
      DhKeyPair fresh,
      Duration lifetime) {
    int generation = relationship.current().number() + 1;
    int days = (int) lifetime.toDays();
    byte[] newStatic = fresh.publicKey().toBytes();
    byte[] signature =
        own.sign(
            Signatures.renewOffer(sessionHash, relationship.id(), generation, newStatic, days));
    return FrameBuilder.small(
        FrameType.RENEW_OFFER,
        b -> b.fixed(generation, 4).bytes(newStatic).fixed(days, 2).bytes(signature));
  }

  /**
   * Responder: checks an offer and makes the next generation.
   *
   * @throws SessionException {@code BAD_SIGNATURE}, {@code OUT_OF_ORDER} for a generation that does
   *     not follow, {@code MALFORMED} for a lifetime out of range, {@code LOW_ORDER_POINT}, {@code
   *     REFLECTED}
   */
  public static Generation accept(
      Relationship relationship,
      byte[] sessionHash,
      int generation,
      byte[] peerStatic,
      int days,
      byte[] signature,
      DhKeyPair fresh,
      Instant now)
      throws SessionException {
    byte[] signed =
        Signatures.renewOffer(sessionHash, relationship.id(), generation, peerStatic, days);
    if (!relationship.peer().verify(signed, signature)) {
      throw new SessionException(Reason.BAD_SIGNATURE, "renewal offer");
    }
    if (days < 1 || days > 365) {
      throw new SessionException(Reason.MALFORMED, "a lifetime is 1 to 365 days");
    }
    return next(
        relationship, sessionHash, generation, peerStatic, fresh, now, now.plus(daysOf(days)));
  }

  /** Responder: the RENEW_ANSWER frame, to be sent after {@code next} is stored. */
  public static byte[] answer(
      Relationship relationship, IdentityKey own, byte[] sessionHash, Generation next) {
    byte[] ours = next.ownStatic().publicKey().toBytes();
    long expires = next.expires().toEpochMilli();
    byte[] signature =
        own.sign(
            Signatures.renewAnswer(
                sessionHash,
                relationship.id(),
                next.number(),
                next.peerStatic().toBytes(),
                ours,
                expires));
    return FrameBuilder.small(
        FrameType.RENEW_ANSWER,
        b -> b.fixed(next.number(), 4).bytes(ours).fixed(expires, 8).bytes(signature));
  }

  /** Responder: the RENEW_REFUSED frame. */
  public static byte[] refusal(Reason reason) {
    return FrameBuilder.small(FrameType.RENEW_REFUSED, b -> b.u8(CloseCodes.toWire(reason)));
  }

  /**
   * Initiator: checks the answer to {@code offered} and makes the next generation.
   *
   * @throws SessionException as {@link #accept}
   */
  public static Generation conclude(
      Relationship relationship,
      byte[] sessionHash,
      DhKeyPair offered,
      Duration lifetime,
      int generation,
      byte[] peerStatic,
      long expiresMillis,
      byte[] signature,
      Instant now)
      throws SessionException {
    byte[] signed =
        Signatures.renewAnswer(
            sessionHash,
            relationship.id(),
            generation,
            offered.publicKey().toBytes(),
            peerStatic,
            expiresMillis);
    if (!relationship.peer().verify(signed, signature)) {
      throw new SessionException(Reason.BAD_SIGNATURE, "renewal answer");
    }
    Instant ours = now.plus(lifetime);
    Instant theirs = Instant.ofEpochMilli(Math.max(0, Math.min(expiresMillis, 1L << 50)));
    Instant expires = theirs.isBefore(ours) && theirs.isAfter(now) ? theirs : ours;
    return next(relationship, sessionHash, generation, peerStatic, offered, now, expires);
  }

  /** The REVOKE frame. */
  public static byte[] revocation(Relationship relationship, IdentityKey own, byte[] sessionHash) {
    byte[] signature =
        own.sign(Signatures.revoke(sessionHash, relationship.role(), relationship.id()));
    return FrameBuilder.small(FrameType.REVOKE, b -> b.bytes(signature));
  }

  /**
   * Checks the peer's revocation.
   *
   * @throws SessionException {@code BAD_SIGNATURE}
   */
  public static void verifyRevocation(
      Relationship relationship, byte[] sessionHash, byte[] signature) throws SessionException {
    byte[] signed =
        Signatures.revoke(sessionHash, relationship.role().opposite(), relationship.id());
    if (!relationship.peer().verify(signed, signature)) {
      throw new SessionException(Reason.BAD_SIGNATURE, "revocation");
    }
  }

  private static Generation next(
      Relationship relationship,
      byte[] sessionHash,
      int generation,
      byte[] peerStatic,
      DhKeyPair fresh,
      Instant now,
      Instant expires)
      throws SessionException {
    Generation old = relationship.current();
    if (generation != old.number() + 1) {
      throw new SessionException(Reason.OUT_OF_ORDER, "renewal to generation " + generation);
    }
    try {
      DhPublicKey theirs = DhPublicKey.fromBytes(peerStatic);
      if (theirs.equals(fresh.publicKey())) {
        throw new SessionException(Reason.REFLECTED, "renewal with this side's own key");
      }
      SecretBytes psk = nextPsk(old.psk(), fresh.agree(theirs), sessionHash, generation);
      return new Generation(generation, fresh, theirs, psk, now, expires);
    } catch (KeyException e) {
      throw new SessionException(Reason.LOW_ORDER_POINT, "renewal", e);
    }
  }

  private static SecretBytes nextPsk(
      SecretBytes oldPsk, SecretBytes agreed, byte[] sessionHash, int generation) {
    byte[] old = oldPsk.copyOut();
    byte[] shared = agreed.copyOut();
    byte[] ikm = ByteBuffer.allocate(old.length + shared.length).put(old).put(shared).array();
    byte[] info = ByteBuffer.allocate(LABEL.length + 4).put(LABEL).putInt(generation).array();
    try {
      return SecretBytes.takeAndWipe(Hkdf.derive(sessionHash, ikm, info, Generation.PSK_LENGTH));
    } finally {
      Arrays.fill(old, (byte) 0);
      Arrays.fill(shared, (byte) 0);
      Arrays.fill(ikm, (byte) 0);
      agreed.destroy();
    }
  }

  private static Duration daysOf(int days) {
    return Duration.ofDays(days);
  }
}
