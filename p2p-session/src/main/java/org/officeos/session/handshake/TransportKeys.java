package org.officeos.session.handshake;

import org.officeos.session.crypto.DhPublicKey;
import org.officeos.session.crypto.SecretBytes;

/**
 * What a finished handshake leaves. The receiver owns the three secrets and destroys them.
 *
 * <p>{@link #exporter()} is for deriving further secrets that only these two ends know, such as a
 * relationship's pre-shared key; the handshake hash must not serve for that, since it is not
 * secret. Noise ends with {@code HKDF(ck, "", 2)} and uses both outputs as transport keys (rev 34,
 * section 5.2, Split). Output <i>i</i> of HKDF is an HMAC over output <i>i-1</i> and the byte
 * <i>i</i>, so {@code HKDF(ck, "", 3)} begins with the same two, and its third is independent of
 * them for whoever does not know {@code ck}, which is wiped here. The exporter is that third one.
 */
public final class TransportKeys {

  /** Length of each secret and of the handshake hash, in bytes. */
  public static final int LENGTH = 32;

  private final boolean initiator;
  private final SecretBytes initiatorToResponder;
  private final SecretBytes responderToInitiator;
  private final SecretBytes exporter;
  private final byte[] handshakeHash;
  private final DhPublicKey peerStatic;

  TransportKeys(boolean initiator, byte[][] split, byte[] handshakeHash, DhPublicKey peerStatic) {
    this.initiator = initiator;
    this.initiatorToResponder = SecretBytes.takeAndWipe(split[0]);
    this.responderToInitiator = SecretBytes.takeAndWipe(split[1]);
    this.exporter = SecretBytes.takeAndWipe(split[2]);
    this.handshakeHash = handshakeHash.clone();
    this.peerStatic = peerStatic;
  }

  /** Whether this side sent the first handshake message. */
  public boolean initiator() {
    return initiator;
  }

  /** The 32-byte key of what the initiator sends; counters start at 0. */
  public SecretBytes initiatorToResponder() {
    return initiatorToResponder;
  }

  /** The 32-byte key of what the responder sends; counters start at 0. */
  public SecretBytes responderToInitiator() {
    return responderToInitiator;
  }

  /** The key of what this side sends. */
  public SecretBytes sendKey() {
    return initiator ? initiatorToResponder : responderToInitiator;
  }

  /** The key of what this side receives. */
  public SecretBytes receiveKey() {
    return initiator ? responderToInitiator : initiatorToResponder;
  }

  /** 32 secret bytes, the same on both ends, to derive further secrets from. */
  public SecretBytes exporter() {
    return exporter;
  }

  /** The 32-byte hash of the whole handshake, a fresh copy: it names the session; not secret. */
  public byte[] handshakeHash() {
    return handshakeHash.clone();
  }

  /** The peer's static, proved by the handshake. */
  public DhPublicKey peerStatic() {
    return peerStatic;
  }

  /** Wipes the three secrets. */
  public void destroy() {
    initiatorToResponder.destroy();
    responderToInitiator.destroy();
    exporter.destroy();
  }

  @Override
  public String toString() {
    return "transport keys [redacted]";
  }
}
