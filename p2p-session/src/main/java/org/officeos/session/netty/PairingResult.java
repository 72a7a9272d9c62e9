package org.officeos.session.netty;

import java.util.concurrent.CompletableFuture;
import org.officeos.session.SessionException;
import org.officeos.session.relationship.Relationship;

/** The handheld's outcome of a pairing, as a future. */
record PairingResult(CompletableFuture<Relationship> future) implements PairingPhase.Outcome {

  static PairingResult of(CompletableFuture<Relationship> future) {
    return new PairingResult(future);
  }

  @Override
  public void paired(Relationship relationship) {
    future.complete(relationship);
  }

  @Override
  public void failed(SessionException reason) {
    future.completeExceptionally(reason);
  }
}
