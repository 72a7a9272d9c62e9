package org.officeos.session.pairing;

import java.util.List;
import java.util.Optional;
import org.officeos.session.relationship.RelationshipId;

/**
 * What the shell must do after one event, in this order: store or undo, show, send; then, where
 * there is a failure or a settled peer, the pairing is over.
 *
 * @param send plaintexts for the peer, in order; the shell encrypts each in a record of its own.
 *     Also beside a failure: the peer is told before the connection closes
 * @param digits show these six digits and ask whether the other screen shows the same; the answer
 *     goes to {@link PairingMachine#onConfirmed}
 * @param store store this now; the result goes to {@link PairingMachine#onStored}. Relationships
 *     with the same identity that are there already stay until this one is settled
 * @param undo erase this relationship, which was stored a moment ago: the peer will not have it
 * @param settled both ends have stored it. Success; now erase every other relationship with this
 *     identity
 * @param failure why there is no new relationship
 */
public record PairingStep(
    List<byte[]> send,
    Optional<String> digits,
    Optional<PairedPeer> store,
    Optional<RelationshipId> undo,
    Optional<PairedPeer> settled,
    Optional<PairingReason> failure) {

  /** Copies the list. */
  public PairingStep {
    send = List.copyOf(send);
  }

  /** Nothing to do but wait. */
  static PairingStep nothing() {
    return sending();
  }

  static PairingStep sending(byte[]... messages) {
    return new PairingStep(
        List.of(messages),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static PairingStep failing(PairingReason reason) {
    PairingStep none = nothing();
    return new PairingStep(
        none.send, none.digits, none.store, none.undo, none.settled, Optional.of(reason));
  }

  PairingStep withSent(byte[] message) {
    return new PairingStep(List.of(message), digits, store, undo, settled, failure);
  }

  PairingStep withDigits(String shown) {
    return new PairingStep(send, Optional.of(shown), store, undo, settled, failure);
  }

  PairingStep withStore(PairedPeer peer) {
    return new PairingStep(send, digits, Optional.of(peer), undo, settled, failure);
  }

  PairingStep withUndo(RelationshipId id) {
    return new PairingStep(send, digits, store, Optional.of(id), settled, failure);
  }

  PairingStep withSettled(PairedPeer peer) {
    return new PairingStep(send, digits, store, undo, Optional.of(peer), failure);
  }

  /** Whether the pairing ended with this step. */
  public boolean last() {
    return settled.isPresent() || failure.isPresent();
  }

  @Override
  public String toString() {
    return "pairing step: sends "
        + send.size()
        + failure.map(reason -> ", fails with " + reason).orElse("")
        + settled.map(peer -> ", settled").orElse("");
  }
}
