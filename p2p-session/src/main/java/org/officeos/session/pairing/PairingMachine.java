package org.officeos.session.pairing;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.DhPublicKey;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.crypto.SecretBytes;
import org.officeos.session.handshake.TransportKeys;
import org.officeos.session.relationship.Role;

/**
 * One end of a first-time pairing, inside the encrypted channel that a finished XX handshake left.
 * Pure: events in, {@link PairingStep}s out; sockets, records, timers and the store are the
 * shell's.
 *
 * <pre>
 * initiator (handheld)                             responder (laptop)
 *   COMMIT  commitment 32           -----&gt;
 *                                   &lt;-----         NONCE   32
 *   OPENING nonce 32                -----&gt;         (checks the commitment)
 *   shows six digits                               shows six digits
 *   IDENT, once its person agrees   -----&gt;   &lt;-----  IDENT, once its person agrees
 *   ACCEPT  mac 32                  -----&gt;   &lt;-----  ACCEPT  mac 32
 *                                                  stores
 *                                   &lt;-----         STORED
 *   stores
 *   DONE                            -----&gt;         settled
 *   settled
 * </pre>
 *
 * <p>Each message is one type byte and a body of exactly known length; the IDENTs may cross, and so
 * may the ACCEPTs. Each end may say REFUSE and why at any time. The commitment makes the two nonces
 * independent, so that whoever sits between gets one guess in a million for each time that two
 * people look. Nothing about this device, not its identity nor its name, is sent before the person
 * in front of it has agreed.
 *
 * <p><b>On both sides or on neither.</b> No two ends can agree on a last message that may be lost.
 * The order is chosen so that every cut is harmless:
 *
 * <ul>
 *   <li>Cut before the responder stored: neither has it. Both wiped their secrets.
 *   <li>Cut between the responder's storing and the initiator's: only the responder has it, and
 *       nobody can use it, since the initiator's static and pre-shared key were wiped. The
 *       responder ends with {@code CUT_BEFORE_DONE}. What it stored is erased when the same
 *       identity is settled again, or expires. An older relationship with that identity was not yet
 *       erased and works on.
 *   <li>Cut between the initiator's storing and DONE: both have it, and the responder, which cannot
 *       tell this from the case above, kept it. The initiator's first session settles it: the
 *       responder should then erase others with the same identity.
 *   <li>One end cannot store: it says so, and the other end undoes.
 * </ul>
 *
 * So an initiator that believes it is paired always is. Silence is refusal: the shell calls {@link
 * #onCut()} when time runs out.
 *
 * <p>Owns the static that it is given, and wipes it unless the pairing stores it. After the end
 * every event is answered by a step that does nothing. Not safe for use by several threads.
 */
public final class PairingMachine {

  /** Longest message, type byte included. */
  public static final int MAX_MESSAGE = 1 + Identification.MAX_LENGTH;

  private final Role role;
  private final DhKeyPair ownStatic;
  private final DhPublicKey peerStatic;
  private final SecretBytes exporter;
  private final IdentityKey identity;
  private final PairingSelf self;
  private final Derivations derive;
  private final NonceExchange nonces;
  private boolean confirmedHere;
  private @Nullable Identification peer;
  private @Nullable PairedPeer agreed;
  private PairingPhase phase = PairingPhase.NEW;

  /**
   * @param role which end this is; the initiator is the one that wrote the first handshake message
   * @param keys of the finished XX handshake; still the caller's, and only copied from
   * @param ownStatic the static of that handshake, fresh for it; from now on this machine's
   * @param random source of the nonce
   */
  public PairingMachine(
      Role role,
      TransportKeys keys,
      DhKeyPair ownStatic,
      IdentityKey identity,
      PairingSelf self,
      SecureRandom random) {
    this.role = role;
    this.ownStatic = ownStatic;
    this.peerStatic = keys.peerStatic();
    this.exporter = SecretBytes.takeAndWipe(keys.exporter().copyOut());
    this.identity = identity;
    this.self = self;
    this.derive = new Derivations(role, keys.handshakeHash(), ownStatic.publicKey(), peerStatic);
    this.nonces = new NonceExchange(derive, random);
  }

  /** The first step: the initiator commits, the responder waits. Called once, before all else. */
  public PairingStep start() {
    if (phase != PairingPhase.NEW) {
      throw new IllegalStateException("a pairing starts once");
    }
    if (role == Role.RESPONDER) {
      phase = PairingPhase.WAITING_FOR_COMMIT;
      return PairingStep.nothing();
    }
    phase = PairingPhase.WAITING_FOR_NONCE;
    return PairingStep.sending(nonces.commit());
  }

  /** The peer's next message, decrypted. */
  public PairingStep onMessage(byte[] plaintext) {
    if (phase.over()) {
      return PairingStep.nothing();
    }
    try {
      MessageType type = MessageType.of(plaintext);
      byte[] body = Arrays.copyOfRange(plaintext, 1, plaintext.length);
      if (type == MessageType.REFUSE) {
        return fail(Refusal.of(body).atTheOtherEnd());
      }
      if (!phase.expects(type)) {
        throw new PairingException(PairingReason.OUT_OF_ORDER);
      }
      return take(type, body);
    } catch (PairingException e) {
      return fail(e.reason()).withSent(Refusal.VIOLATION.message());
    }
  }

  /**
   * The person's answer to the digits; only true is consent. A second answer changes nothing.
   *
   * @throws IllegalStateException where no digits were shown yet
   */
  public PairingStep onConfirmed(boolean same) {
    if (phase.before(PairingPhase.COMPARING)) {
      throw new IllegalStateException("nobody can have seen the code yet");
    }
    if (phase != PairingPhase.COMPARING || confirmedHere) {
      return PairingStep.nothing();
    }
    if (!same) {
      return fail(PairingReason.NOT_CONFIRMED_HERE).withSent(Refusal.NOT_CONFIRMED.message());
    }
    confirmedHere = true;
    byte[] ident = MessageType.IDENT.message(Identification.encode(identity, self, derive));
    return peer == null
        ? PairingStep.sending(ident)
        : PairingStep.sending(ident, acceptanceOf(peer));
  }

  /**
   * Whether what a step gave to store is on the disk now.
   *
   * @throws IllegalStateException where nothing was to be stored
   */
  public PairingStep onStored(boolean stored) {
    PairedPeer done = agreed();
    if (phase == PairingPhase.FAILED) {
      wipeAgreed();
      return stored ? PairingStep.nothing().withUndo(done.id()) : PairingStep.nothing();
    }
    if (phase != PairingPhase.STORING) {
      throw new IllegalStateException("nothing was to be stored");
    }
    if (!stored) {
      PairingStep failed = fail(PairingReason.STORE_HERE).withSent(Refusal.STORE.message());
      wipeAgreed();
      return failed;
    }
    if (role == Role.RESPONDER) {
      phase = PairingPhase.WAITING_FOR_DONE;
      return PairingStep.sending(MessageType.STORED.message(new byte[0]));
    }
    return settle(done).withSent(MessageType.DONE.message(new byte[0]));
  }

  /**
   * The connection ended, or time ran out, or somebody closed the window. An initiator that is
   * storing goes on, since the responder has stored already; its pairing ends with {@link
   * #onStored}.
   */
  public PairingStep onCut() {
    if (phase.over() || (phase == PairingPhase.STORING && role == Role.INITIATOR)) {
      return PairingStep.nothing();
    }
    if (phase == PairingPhase.WAITING_FOR_DONE) {
      phase = PairingPhase.FAILED;
      forget();
      return PairingStep.failing(PairingReason.CUT_BEFORE_DONE);
    }
    return fail(PairingReason.CUT);
  }

  private PairingStep take(MessageType type, byte[] body) throws PairingException {
    return switch (type) {
      case COMMIT -> {
        phase = PairingPhase.WAITING_FOR_OPENING;
        yield PairingStep.sending(nonces.takeCommitment(body));
      }
      case NONCE -> compare(nonces.takeNonce(body)).withSent(nonces.open());
      case OPENING -> compare(nonces.takeOpening(body));
      case IDENT -> identify(body);
      case ACCEPT -> accepted(body);
      case STORED -> store();
      case DONE -> settle(agreed());
      case REFUSE -> throw new IllegalStateException("taken before");
    };
  }

  private PairingStep compare(String digits) {
    phase = PairingPhase.COMPARING;
    return PairingStep.nothing().withDigits(digits);
  }

  private PairingStep identify(byte[] body) throws PairingException {
    if (peer != null) {
      throw new PairingException(PairingReason.OUT_OF_ORDER);
    }
    if (Arrays.equals(identity.publicKey().toBytes(), Identification.claimedIdentity(body))) {
      throw new PairingException(PairingReason.REFLECTED);
    }
    Identification proved = Identification.decode(body, derive);
    peer = proved;
    return confirmedHere ? PairingStep.sending(acceptanceOf(proved)) : PairingStep.nothing();
  }

  private byte[] acceptanceOf(Identification proved) {
    SecretBytes psk = derive.psk(exporter, identity.publicKey(), proved.identity());
    int days = Math.min(self.lifetimeDays(), proved.self().lifetimeDays());
    agreed =
        new PairedPeer(
            derive.relationshipId(),
            role,
            proved.identity(),
            proved.self().name(),
            ownStatic,
            peerStatic,
            psk,
            self.created(),
            Duration.ofDays(days));
    phase = PairingPhase.WAITING_FOR_ACCEPT;
    return MessageType.ACCEPT.message(derive.accept(psk, role));
  }

  private PairingStep accepted(byte[] mac) throws PairingException {
    if (!MessageDigest.isEqual(mac, derive.accept(agreed().psk(), role.opposite()))) {
      throw new PairingException(PairingReason.KEYS_DIFFER);
    }
    if (role == Role.RESPONDER) {
      return store();
    }
    phase = PairingPhase.WAITING_FOR_STORED;
    return PairingStep.nothing();
  }

  private PairingStep store() {
    phase = PairingPhase.STORING;
    return PairingStep.nothing().withStore(agreed());
  }

  private PairingStep settle(PairedPeer done) {
    phase = PairingPhase.SETTLED;
    forget();
    return PairingStep.nothing().withSettled(done);
  }

  private PairingStep fail(PairingReason reason) {
    PairingPhase until = phase;
    phase = PairingPhase.FAILED;
    forget();
    if (until != PairingPhase.STORING) {
      wipeAgreed();
    }
    PairingStep failed = PairingStep.failing(reason);
    return until == PairingPhase.WAITING_FOR_DONE ? failed.withUndo(agreed().id()) : failed;
  }

  private void wipeAgreed() {
    ownStatic.privateKey().destroy();
    if (agreed != null) {
      agreed.psk().destroy();
    }
  }

  private void forget() {
    exporter.destroy();
    nonces.wipe();
  }

  private PairedPeer agreed() {
    if (agreed == null) {
      throw new IllegalStateException("nothing was to be stored");
    }
    return agreed;
  }
}
