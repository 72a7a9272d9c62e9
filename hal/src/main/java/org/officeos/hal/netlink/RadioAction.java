package org.officeos.hal.netlink;

import java.util.Optional;

/** What a wireless interface did: commands of linux/nl80211.h that come as events. */
public enum RadioAction {
  /** It began to be an access point or a group owner. */
  AP_STARTED(15),
  /** It ended that. */
  AP_STOPPED(16),
  /** A station or a client of a group came, or the access point that it is itself at. */
  STATION_ADDED(19),
  /** One went. */
  STATION_REMOVED(20),
  /** A scan began. */
  SCAN_STARTED(33),
  /** A scan ended with results. */
  SCAN_DONE(34),
  /** A scan ended without. */
  SCAN_ABORTED(35),
  /** It sent or got an authentication. */
  AUTHENTICATED(37),
  /** It is associated, or was refused. */
  ASSOCIATED(38),
  /** It was, or has, deauthenticated. */
  DEAUTHENTICATED(39),
  /** It was, or has, disassociated. */
  DISASSOCIATED(40),
  /** It joined an ad-hoc network. */
  IBSS_JOINED(43),
  /** It is connected, or was refused: as a station or as a client of a group. */
  CONNECTED(46),
  /** It is connected to another access point than before. */
  ROAMED(47),
  /** It is connected no more. */
  DISCONNECTED(48),
  /** It listens on another channel for a while. */
  OFF_CHANNEL(55),
  /** It ended that. */
  OFF_CHANNEL_ENDED(56),
  /** It got a management frame. */
  FRAME_RECEIVED(59),
  /** It sent a management frame. */
  FRAME_SENT(60),
  /** It works on another channel. */
  CHANNEL_SWITCHED(88),
  /** The four-way handshake is done. */
  PORT_AUTHORIZED(125);

  private final int command;

  RadioAction(int command) {
    this.command = command;
  }

  /** The kernel's number. */
  public int command() {
    return command;
  }

  /** By the kernel's number, where it is one of these. */
  public static Optional<RadioAction> of(int command) {
    for (RadioAction action : values()) {
      if (action.command == command) {
        return Optional.of(action);
      }
    }
    return Optional.empty();
  }
}
