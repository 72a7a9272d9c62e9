package org.officeos.wpa.formation;

import java.time.Duration;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.MacAddress;

/** What the machine wants of the supplicant. Those with a number are answered. */
public sealed interface Command {

  /** Search for peers. */
  record Find(Duration timeout) implements Command {}

  /** Stop searching. */
  record StopFind() implements Command {}

  /** Connect; answered. */
  record Connect(long sequence, ConnectRequest request) implements Command {}

  /** Ask a peer to bring a remembered group back; answered. */
  record Invite(long sequence, int persistentGroup, MacAddress peer) implements Command {}

  /** Make a group; answered. */
  record AddGroup(long sequence, GroupConfig config) implements Command {}

  /** Bring a group of our own back; answered. */
  record AddRemembered(long sequence, int persistentGroup) implements Command {}

  /** End what is being formed; that there is nothing is no error. */
  record Cancel() implements Command {}

  /** Remove a group that nobody wants any more. */
  record RemoveGroup(String interfaceName) implements Command {}

  /** Forget a remembered group, because its other end did. */
  record Forget(int persistentGroup) implements Command {}

  /** Whether groups get an interface of their own, as they do unless the driver cannot. */
  record UseGroupInterface(boolean own) implements Command {}
}
