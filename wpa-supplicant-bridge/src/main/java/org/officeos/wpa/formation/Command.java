package org.officeos.wpa.formation;

import java.time.Duration;
import org.officeos.hal.p2p.ConnectRequest;
import org.officeos.hal.p2p.Frequency;
import org.officeos.hal.p2p.GroupConfig;
import org.officeos.hal.p2p.MacAddress;

/** What the machine wants of the supplicant. Those with a number are answered. */
public sealed interface Command {

  /** A command that the supplicant takes or refuses, by its number. */
  sealed interface Answered extends Command {

    /** Which one; each has its own. */
    long sequence();
  }

  /** Search for peers. */
  record Find(Duration timeout) implements Command {}

  /** Stop searching. */
  record StopFind() implements Command {}

  /** Connect; answered. */
  record Connect(long sequence, ConnectRequest request) implements Answered {}

  /** Ask a peer to bring a remembered group back; answered. */
  record Invite(long sequence, int persistentGroup, MacAddress peer) implements Answered {}

  /** Make a group; answered. */
  record AddGroup(long sequence, GroupConfig config) implements Answered {}

  /**
   * Bring a group of our own back, or go into another's by its key; answered.
   *
   * @param where for one of our own; {@link Frequency#ANY} leaves it to the supplicant
   */
  record AddRemembered(long sequence, int persistentGroup, Frequency where) implements Answered {}

  /** End what is being formed; that there is nothing is no error. */
  record Cancel() implements Command {}

  /** Remove a group that nobody wants any more. */
  record RemoveGroup(String interfaceName) implements Command {}

  /** Forget a remembered group, because its other end did. */
  record Forget(int persistentGroup) implements Command {}

  /** Whether groups get an interface of their own, as they do unless the driver cannot. */
  record UseGroupInterface(boolean own) implements Command {}
}
