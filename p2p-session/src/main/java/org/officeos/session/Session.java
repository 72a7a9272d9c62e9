package org.officeos.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.officeos.session.bytecode.Instruction;
import org.officeos.session.relationship.Relationship;

/**
 * One authenticated, encrypted session with the peer of a relationship, seen from the handheld.
 * Safe for use by several threads. All callbacks and futures run on the session's own I/O thread
 * and must not block it.
 */
public interface Session extends AutoCloseable {

  /** Whom this session is with, as of its opening. */
  Relationship relationship();

  /** The laptop's clock, as told inside this session, moved on by the time since. */
  Instant peerTime();

  /** What this session put on the wire and took from it so far, handshake included. */
  WireCount wire();

  /**
   * Signs and sends one instruction. Many may be in flight; none blocks another.
   *
   * @param listener hears progress and data as they come; the last word is {@link
   *     Exchange#response()}
   */
  Exchange send(Instruction instruction, ResponseListener listener);

  /**
   * Renews the relationship: fresh static keys and pre-shared key, a later expiry. The new
   * generation is stored on both ends before this completes and is used from the next session on.
   *
   * @param lifetime how long the new generation lasts; the shorter of both ends' wishes wins
   */
  CompletableFuture<Relationship> renew(Duration lifetime);

  /**
   * Tells the peer, signed, that the relationship is revoked, and closes. The caller's own store is
   * the caller's to erase, before or after; revocation never waits for the peer.
   */
  CompletableFuture<Void> revoke();

  /** Replaces the session's keys now, without a pause. Runs by itself after 120 s of traffic. */
  CompletableFuture<Void> rekey();

  /** Completes when the session has ended, with the reason; never exceptionally. */
  CompletableFuture<SessionException.Reason> ended();

  /** Sends the authenticated close record and closes. Open exchanges end with CLOSED_HERE. */
  @Override
  void close();
}
