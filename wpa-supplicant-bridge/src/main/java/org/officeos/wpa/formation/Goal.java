package org.officeos.wpa.formation;

import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.MacAddress;
import org.officeos.hal.p2p.P2pReason;

/** What a formation is for. */
public sealed interface Goal {

  /**
   * A connection with a peer.
   *
   * @param request as asked
   * @param searched whether the peer was searched for already
   * @param repeated whether it was begun anew already, after frames were lost on the air
   * @param whenTimedOut what to answer when nothing comes of it in time
   */
  record Connection(
      ConnectRequest request, boolean searched, boolean repeated, P2pReason whenTimedOut)
      implements Goal {

    static Connection of(ConnectRequest request, P2pReason whenTimedOut) {
      return new Connection(request, false, false, whenTimedOut);
    }

    Connection afterSearch() {
      return new Connection(request, true, repeated, whenTimedOut);
    }

    Connection onceMore() {
      return new Connection(request, searched, true, whenTimedOut);
    }
  }

  /**
   * A remembered group brought back with a peer.
   *
   * @param persistentGroup the supplicant's number for it
   * @param peer with whom
   * @param peerOwnsGroup whether the peer owns a group now, so that a new connection means joining
   */
  record Return(int persistentGroup, MacAddress peer, boolean peerOwnsGroup) implements Goal {}

  /** A remembered group of our own brought back alone, on that channel or any. */
  record OwnReturn(int persistentGroup, Frequency where) implements Goal {}

  /** The group that its owner has standing, gone into by a remembered key. */
  record ClientReturn(int persistentGroup) implements Goal {}

  /** A group of our own. */
  record Creation(GroupConfig config) implements Goal {}
}
