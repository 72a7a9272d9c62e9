package org.officeos.session;

import java.util.concurrent.CompletableFuture;
import org.officeos.session.relationship.Relationship;
import org.officeos.session.relationship.RelationshipId;

/**
 * One device's end of the protocol: opens sessions and pairs as a handheld, or accepts links as a
 * laptop. Safe for use by several threads.
 *
 * <p>Source: session protocol, version 1.
 */
public interface SessionEndpoint extends AutoCloseable {

  /**
   * Handheld: does ahead of a connection what needs no peer: stores the next tag's counter and
   * makes the first handshake message. Call it while the link is being made; {@link #open} then has
   * less to do. Never needed, and used up by the next {@code open}.
   *
   * <p>Fails as {@link #open} would, before any link exists.
   */
  default CompletableFuture<Void> prepare(RelationshipId relationship) {
    return CompletableFuture.completedFuture(null);
  }

  /**
   * Handheld: opens a session over a link. Takes the link; closes it on failure.
   *
   * <p>Fails with {@link SessionException}: {@code EXPIRED}, {@code CLOCK_RAN_BACKWARDS}, {@code
   * UNKNOWN_PEER} (also when the laptop silently dropped the tag), {@code STORE}, {@code
   * TIMED_OUT}, {@code CUT}, and every reason of a hostile peer.
   */
  CompletableFuture<Session> open(EstablishedLink link, RelationshipId relationship);

  /**
   * Handheld: pairs over a link, once, and closes it. Takes the link.
   *
   * <p>Fails with {@link SessionException}: {@code PAIRING_CLOSED}, {@code NOT_CONFIRMED_HERE},
   * {@code NOT_CONFIRMED_BY_PEER}, {@code BAD_COMMITMENT}, {@code WRONG_VERSION}, …
   */
  CompletableFuture<Relationship> pair(
      EstablishedLink link, PairingDialog dialog, PairingOffer offer);

  /** Laptop: serves one accepted link, session or pairing. Takes the link; never blocks. */
  void accept(EstablishedLink link);

  /**
   * Laptop: opens pairing for at most {@link PairingWindow#MAX_SECONDS}.
   *
   * @throws IllegalStateException when a window is open already
   */
  PairingWindow openPairing(PairingDialog dialog, PairingOffer offer);

  /**
   * Laptop: ends every session of a relationship that was revoked or changed here. Tells the peer
   * when {@code revoked}.
   */
  void dropSessions(RelationshipId relationship, boolean revoked);

  /** Sessions established and not ended. */
  int sessionCount();

  /** Closes every session properly and stops the threads; returns when they have stopped. */
  @Override
  void close();
}
