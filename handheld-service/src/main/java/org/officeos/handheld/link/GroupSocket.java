package org.officeos.handheld.link;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.officeos.hal.p2p.GroupNetwork;
import org.officeos.hal.p2p.GroupNetworkException;
import org.officeos.handheld.group.StandingGroup;
import org.officeos.handheld.link.LinkException.Reason;
import org.officeos.session.EstablishedLink;
import org.officeos.session.EstablishedLink.Medium;

/**
 * Opens the one socket that a group is there for: from this device's address in it to the owner's,
 * once it is shown that packets to the owner can leave by no other interface.
 */
final class GroupSocket {

  private final GroupNetwork network;
  private final Dial dial;

  GroupSocket(GroupNetwork network, Dial dial) {
    this.network = network;
    this.dial = dial;
  }

  EstablishedLink open(StandingGroup group, Duration timeout) throws LinkException {
    InetAddress own = group.own().toInet();
    InetAddress owner = group.owner().toInet();
    if (Addresses.rangeOf(own) != Addresses.Range.PRIVATE
        || Addresses.rangeOf(owner) != Addresses.Range.PRIVATE) {
      throw new LinkException(
          Reason.PUBLIC_ADDRESS,
          "The laptop handed out an address that is not private; mend its address plan.");
    }
    try {
      network.requireOnlyWay(group.interfaceName(), group.owner());
    } catch (GroupNetworkException e) {
      throw AirFailures.of(e);
    }
    SocketChannel channel =
        dial.open(
            new InetSocketAddress(own, 0),
            new InetSocketAddress(owner, EstablishedLink.DEFAULT_PORT),
            timeout);
    return new EstablishedLink(channel, Medium.WIFI_DIRECT, group.interfaceName());
  }
}
