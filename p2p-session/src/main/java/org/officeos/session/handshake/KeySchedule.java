package org.officeos.session.handshake;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.officeos.session.crypto.BadTagException;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.DhPublicKey;
import org.officeos.session.crypto.KeyException;
import org.officeos.session.crypto.SecretBytes;

/**
 * The keys of one handshake, and how each token mixes them into the transcript (rev 34, section
 * 5.3). Knows nothing of turns and lengths.
 */
final class KeySchedule {

  private final boolean initiator;
  private final boolean usesPsk;
  private final DhKeyPair ownStatic;
  private final Supplier<DhKeyPair> ephemerals;
  private final SymmetricState symmetric;
  private final @Nullable SecretBytes psk;
  private @Nullable DhKeyPair ownEphemeral;
  private @Nullable DhPublicKey peerStatic;
  private @Nullable DhPublicKey peerEphemeral;

  KeySchedule(NoisePattern pattern, boolean initiator, byte[] prologue, HandshakeKeys keys) {
    DhPublicKey own = keys.ownStatic().publicKey();
    boolean peerKnown = initiator ? pattern.responderKnown() : pattern.initiatorKnown();
    if (peerKnown != (keys.peerStatic() != null) || pattern.usesPsk() != (keys.psk() != null)) {
      throw new IllegalArgumentException("not the keys that " + pattern.name() + " needs");
    }
    if (keys.psk() != null && keys.psk().length() != TransportKeys.LENGTH) {
      throw new IllegalArgumentException("a pre-shared key is 32 bytes");
    }
    if (own.equals(keys.peerStatic())) {
      throw new IllegalArgumentException("the peer's static is our own");
    }
    this.initiator = initiator;
    this.usesPsk = pattern.usesPsk();
    this.ownStatic = keys.ownStatic();
    this.peerStatic = keys.peerStatic();
    this.psk = keys.psk() == null ? null : SecretBytes.takeAndWipe(keys.psk().copyOut());
    this.ephemerals = keys.ephemerals();
    this.symmetric = new SymmetricState(pattern.protocolName());
    symmetric.mixHash(prologue);
    mixKnown(pattern.initiatorKnown(), initiator ? own : peerStatic);
    mixKnown(pattern.responderKnown(), initiator ? peerStatic : own);
  }

  /** Bytes that encryption adds at this point: none before there is a key. */
  int tagLength() {
    return symmetric.tagLength();
  }

  @Nullable DhPublicKey peerStatic() {
    return peerStatic;
  }

  byte[] seal(byte[] plaintext) {
    return symmetric.encryptAndHash(plaintext);
  }

  byte[] open(byte[] sealed) throws BadTagException {
    return symmetric.decryptAndHash(sealed);
  }

  byte[] hash() {
    return symmetric.hash();
  }

  byte[][] split() {
    return symmetric.split();
  }

  byte[] makeEphemeral() {
    DhKeyPair fresh = ephemerals.get();
    ownEphemeral = fresh;
    byte[] encoded = fresh.publicKey().toBytes();
    mixEphemeral(encoded);
    return encoded;
  }

  byte[] sealOwnStatic() {
    return symmetric.encryptAndHash(ownStatic.publicKey().toBytes());
  }

  /** Whether it is taken; not where it is our own, come back. */
  boolean takePeerEphemeral(byte[] encoded) throws KeyException {
    DhPublicKey theirs = DhPublicKey.fromBytes(encoded);
    if (ownEphemeral != null && theirs.equals(ownEphemeral.publicKey())) {
      return false;
    }
    peerEphemeral = theirs;
    mixEphemeral(encoded);
    return true;
  }

  /** Whether it is taken; not where it is our own, come back. */
  boolean takePeerStatic(byte[] sealed) throws BadTagException, KeyException {
    DhPublicKey theirs = DhPublicKey.fromBytes(symmetric.decryptAndHash(sealed));
    if (theirs.equals(ownStatic.publicKey())) {
      return false;
    }
    peerStatic = theirs;
    return true;
  }

  void mixSecret(Token token) throws KeyException {
    switch (token) {
      case EE -> mixDh(ownEphemeral, peerEphemeral);
      case ES ->
          mixDh(initiator ? ownEphemeral : ownStatic, initiator ? peerStatic : peerEphemeral);
      case SE ->
          mixDh(initiator ? ownStatic : ownEphemeral, initiator ? peerEphemeral : peerStatic);
      case SS -> mixDh(ownStatic, peerStatic);
      case PSK -> mixPsk();
      case E, S -> throw new IllegalStateException(token + " is no secret");
    }
  }

  /** Wipes everything but the own static, which is the caller's. */
  void wipe() {
    symmetric.wipe();
    if (psk != null) {
      psk.destroy();
    }
    if (ownEphemeral != null) {
      ownEphemeral.privateKey().destroy();
    }
  }

  private void mixDh(@Nullable DhKeyPair own, @Nullable DhPublicKey theirs) throws KeyException {
    if (own == null || theirs == null) {
      throw new IllegalStateException("this pattern uses a key before it was sent");
    }
    SecretBytes shared = own.agree(theirs);
    byte[] raw = shared.copyOut();
    shared.destroy();
    symmetric.mixKey(raw);
    Arrays.fill(raw, (byte) 0);
  }

  private void mixPsk() {
    if (psk == null) {
      throw new IllegalStateException("this pattern has no pre-shared key");
    }
    byte[] raw = psk.copyOut();
    symmetric.mixKeyAndHash(raw);
    Arrays.fill(raw, (byte) 0);
  }

  private void mixEphemeral(byte[] encoded) {
    symmetric.mixHash(encoded);
    if (usesPsk) {
      symmetric.mixKey(encoded.clone());
    }
  }

  private void mixKnown(boolean known, @Nullable DhPublicKey key) {
    if (known && key != null) {
      symmetric.mixHash(key.toBytes());
    }
  }
}
