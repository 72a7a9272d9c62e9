package org.officeos.handheld.link;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.officeos.handheld.group.StandingGroup;

/** The operating system's sockets. */
final class SystemDial implements Dial {

  @Override
  public SocketChannel open(InetSocketAddress own, InetSocketAddress peer, Duration timeout)
      throws LinkException {
    String where = "the laptop, " + peer.getAddress().getHostAddress() + ":" + peer.getPort();
    return new TcpDial(where).dial(Optional.of(own), peer, timeout);
  }

  @Override
  public boolean isThere(StandingGroup group) {
    try {
      NetworkInterface found = NetworkInterface.getByName(group.interfaceName());
      InetAddress own = group.own().toInet();
      return found != null && found.inetAddresses().anyMatch(own::equals);
    } catch (SocketException notTold) {
      return false;
    }
  }
}
