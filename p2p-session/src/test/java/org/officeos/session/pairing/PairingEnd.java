package org.officeos.session.pairing;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.officeos.session.crypto.DhKeyPair;
import org.officeos.session.crypto.IdentityKey;
import org.officeos.session.handshake.Handshake;
import org.officeos.session.handshake.HandshakeException;
import org.officeos.session.handshake.NoiseHandshakes;
import org.officeos.session.handshake.Prologue;
import org.officeos.session.handshake.TransportKeys;
import org.officeos.session.relationship.RelationshipId;
import org.officeos.session.relationship.Role;

/**
 * One device at a pairing: its machine, and a shell that does at once what each step says. It
 * refuses steps that contradict each other.
 */
final class PairingEnd {

  static final Instant CREATED = Instant.parse("2026-11-22T10:00:00Z");

  final IdentityKey identity;
  final DhKeyPair ownStatic;
  final TransportKeys keys;
  final PairingMachine machine;
  final Deque<byte[]> outgoing = new ArrayDeque<>();
  final List<RelationshipId> stored = new ArrayList<>();
  @Nullable String digits;
  @Nullable PairedPeer toStore;
  @Nullable PairedPeer settled;
  @Nullable PairingReason failure;
  boolean confirmed;
  boolean storeWorks = true;
  boolean storesAtOnce = true;

  PairingEnd(
      Role role, TransportKeys keys, DhKeyPair ownStatic, PairingSelf self, SecureRandom random) {
    this.identity = IdentityKey.generate(random);
    this.ownStatic = ownStatic;
    this.keys = keys;
    this.machine = new PairingMachine(role, keys, ownStatic, identity, self, random);
  }

  /** Two ends that share a finished handshake. */
  static PairingEnd[] twoEnds() throws HandshakeException {
    return twoEnds(new SecureRandom());
  }

  static PairingEnd[] twoEnds(SecureRandom random) throws HandshakeException {
    return twoEnds(
        new PairingSelf("handheld", 30, CREATED), new PairingSelf("laptop", 30, CREATED), random);
  }

  static PairingEnd[] twoEnds(PairingSelf initiator, PairingSelf responder)
      throws HandshakeException {
    return twoEnds(initiator, responder, new SecureRandom());
  }

  private static PairingEnd[] twoEnds(
      PairingSelf initiator, PairingSelf responder, SecureRandom random) throws HandshakeException {
    DhKeyPair a = DhKeyPair.generate(random);
    DhKeyPair b = DhKeyPair.generate(random);
    Handshake i = NoiseHandshakes.xx(true, Prologue.pairing(Role.INITIATOR, true), a, random);
    Handshake r = NoiseHandshakes.xx(false, Prologue.pairing(Role.RESPONDER, false), b, random);
    r.read(i.write());
    i.read(r.write());
    r.read(i.write());
    return new PairingEnd[] {
      new PairingEnd(Role.INITIATOR, i.finish(), a, initiator, random),
      new PairingEnd(Role.RESPONDER, r.finish(), b, responder, random)
    };
  }

  /** Two ends of one handshake that exchanged nonces; both show their code. */
  static PairingEnd[] comparing() throws HandshakeException {
    PairingEnd[] ends = twoEnds();
    ends[0].start();
    ends[1].start();
    exchange(ends[0], ends[1]);
    return ends;
  }

  /** Carries messages both ways until neither has one. */
  static void exchange(PairingEnd a, PairingEnd b) {
    while (!a.outgoing.isEmpty() || !b.outgoing.isEmpty()) {
      if (!a.outgoing.isEmpty()) {
        b.take(a.outgoing.remove());
      }
      if (!b.outgoing.isEmpty()) {
        a.take(b.outgoing.remove());
      }
    }
  }

  void start() {
    perform(machine.start());
  }

  void take(byte[] message) {
    perform(machine.onMessage(message));
  }

  void confirm(boolean same) {
    confirmed |= same;
    perform(machine.onConfirmed(same));
  }

  void cut() {
    perform(machine.onCut());
  }

  void finishStoring() {
    PairedPeer peer = Objects.requireNonNull(toStore);
    toStore = null;
    if (storeWorks) {
      stored.add(peer.id());
    }
    perform(machine.onStored(storeWorks));
  }

  void perform(PairingStep step) {
    if (over() && !(step.failure().isEmpty() && step.settled().isEmpty())) {
      throw new AssertionError("a pairing ends once");
    }
    step.undo()
        .ifPresent(
            id -> {
              if (!stored.remove(id)) {
                throw new AssertionError("undoes what was never stored");
              }
            });
    step.digits().ifPresent(shown -> digits = shown);
    outgoing.addAll(step.send());
    step.failure().ifPresent(reason -> failure = reason);
    step.settled().ifPresent(peer -> settled = peer);
    step.store().ifPresent(peer -> toStore = peer);
    if (toStore != null && storesAtOnce) {
      finishStoring();
    }
  }

  boolean over() {
    return failure != null || settled != null;
  }
}
