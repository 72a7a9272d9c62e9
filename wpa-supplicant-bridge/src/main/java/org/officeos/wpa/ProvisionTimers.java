package org.officeos.wpa;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pEvent;
import org.officeos.hal.p2p.P2pReason;

/** Waits for answers to provision discovery: the supplicant says nothing when none comes. */
final class ProvisionTimers {

  private static final Duration WAIT = Duration.ofSeconds(15);
  private static final int REJECTED = 2;

  private final Actor actor;
  private final Board board;
  private final Map<MacAddress, Future<?>> waiting = new HashMap<>();

  ProvisionTimers(Actor actor, Board board) {
    this.actor = actor;
    this.board = board;
  }

  void asked(MacAddress peer) {
    answered(peer, false);
    waiting.put(peer, actor.later(WAIT, () -> late(peer)));
  }

  /** An answer came; the peer's own request is none. */
  void answered(MacAddress peer, boolean request) {
    Future<?> timer = request ? null : waiting.remove(peer);
    if (timer != null) {
      timer.cancel(false);
    }
  }

  private void late(MacAddress peer) {
    if (waiting.remove(peer) != null) {
      board.emit(
          new P2pEvent.ProvisionDiscoveryFailed(peer, P2pReason.PROVISION_DISCOVERY_TIMED_OUT));
    }
  }

  /** The supplicant's own numbers (enum p2p_prov_disc_status): 1 timed out, 2 rejected. */
  static P2pReason reason(int status) {
    return status == REJECTED
        ? P2pReason.REJECTED_BY_PEER
        : P2pReason.PROVISION_DISCOVERY_TIMED_OUT;
  }
}
