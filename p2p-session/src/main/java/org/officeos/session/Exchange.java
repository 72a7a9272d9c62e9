package org.officeos.session;

import java.util.concurrent.CompletableFuture;

/** One instruction under way. */
public interface Exchange {

  /** The message id, unique within its session, counted from 1. */
  long messageId();

  /** Bytes of the instruction's own encoding, without signature and record. */
  int instructionBytes();

  /** Bytes that the instruction took on the wire, signature and record included. */
  int wireBytes();

  /**
   * The verified final response with its whole body, or an empty body where the listener took it.
   * Ends exceptionally with {@link SessionException} when the session ended first, or with {@code
   * CANCELLED} after {@link #cancel()}.
   */
  CompletableFuture<ReceivedResponse> response();

  /** Asks the laptop to stop the work and ends this exchange. Later calls do nothing. */
  void cancel();

  /**
   * Gives the laptop leave to send {@code bytes} more body bytes; needed only by a listener whose
   * {@link ResponseListener#automaticCredit()} is false.
   */
  void grant(int bytes);
}
