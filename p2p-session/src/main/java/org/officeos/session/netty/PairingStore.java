package org.officeos.session.netty;

import java.util.TreeSet;
import java.util.function.Consumer;
import org.officeos.session.SessionException;
import org.officeos.session.SessionException.Reason;
import org.officeos.session.pairing.PairedPeer;
import org.officeos.session.relationship.EndedPeer;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;

/** What a pairing does to the store, on the store's thread. */
final class PairingStore {

  private PairingStore() {}

  /** Stores the new relationship; older ones with the same identity end. */
  static void store(NettyEndpoint endpoint, PairedPeer peer, Consumer<Boolean> result) {
    endpoint.onStore(
        files -> {
          files.add(peer.toRelationship(new TreeSet<>()));
          endpoint.directory().reload(files);
          result.accept(true);
        },
        failure -> result.accept(false));
  }

  /** Takes back what {@link #store} did. */
  static void undo(NettyEndpoint endpoint, RelationshipId id) {
    endpoint.onStore(
        files -> {
          files.erase(id, EndedPeer.Why.REPLACED, endpoint.now());
          endpoint.directory().reload(files);
        },
        failure -> {});
  }

  /** Both ends have it: tells the outcome. */
  static void settle(NettyEndpoint endpoint, PairedPeer peer, PairingPhase.Outcome outcome) {
    endpoint.onStore(
        files -> {
          Relationship settled =
              files
                  .find(peer.id())
                  .orElseThrow(() -> new SessionException(Reason.STORE, "erased meanwhile"));
          outcome.paired(settled);
        },
        outcome::failed);
  }
}
