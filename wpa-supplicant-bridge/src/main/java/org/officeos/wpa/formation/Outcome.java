package org.officeos.wpa.formation;

import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.P2pReason;

/** How a request ended. */
public sealed interface Outcome {

  /** A group stands; with no request under way, because a peer brought it back. */
  record Started(P2pGroup group) implements Outcome {}

  /**
   * It came to nothing.
   *
   * @param detail what was found, for the log; no credential
   */
  record Failed(P2pReason reason, String detail) implements Outcome {}
}
