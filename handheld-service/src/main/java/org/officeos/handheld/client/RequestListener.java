package org.officeos.handheld.client;

import java.time.Duration;
import org.officeos.session.Progress;
import org.officeos.session.relationship.Relationship;

/**
 * Hears one request, in order, on that request's own thread; it may block without holding up
 * others. Texts come as the laptop sent them: make them harmless before they meet a terminal.
 */
public interface RequestListener {

  /** Hears nothing. */
  RequestListener NONE = new RequestListener() {};

  /** An attempt begins; the first is 1. */
  default void onConnecting(int attempt) {}

  /**
   * The session stands and the instruction is on its way.
   *
   * @param connectMicros microseconds to connect, 0 on a session that stood already
   * @param handshakeMicros microseconds for the handshake, 0 on a session that stood already
   */
  default void onSent(Relationship relationship, long connectMicros, long handshakeMicros) {}

  /**
   * What the instruction of the attempt just sent costs.
   *
   * @param bytes of its own encoding
   * @param wireBytes on the wire, signature and record included
   */
  default void onInstruction(int bytes, int wireBytes) {}

  /** The work goes on. */
  default void onProgress(Progress progress) {}

  /** A piece of a text answer, at least one character; never half a character. */
  default void onToken(String text) {}

  /** An attempt failed and another follows after a pause. */
  default void onRetry(Reason reason, Duration pause) {}
}
