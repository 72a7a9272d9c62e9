package org.officeos.laptop.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.session.EstablishedLink;
import org.officeos.session.EstablishedLink.Medium;

/** What is known of the way that connections to one listener come. */
interface LinkWay {

  /** The connection as a link; empty for one that does not come that way. */
  Optional<EstablishedLink> of(SocketChannel channel) throws IOException;

  /** Loopback, or a network namespace of the demonstration. */
  static LinkWay asTheKernelSays() {
    return channel -> {
      InetAddress local = ((InetSocketAddress) channel.getLocalAddress()).getAddress();
      NetworkInterface own = NetworkInterface.getByInetAddress(local);
      Medium medium = local.isLoopbackAddress() ? Medium.LOOPBACK : Medium.NAMESPACE;
      return Optional.of(
          new EstablishedLink(channel, medium, own == null ? "unknown" : own.getName()));
    };
  }

  /** A group: its members only. */
  static LinkWay ofGroup(InetAddress owner, Ipv4 mask, String interfaceName) {
    int network = bits(owner) & mask.bits();
    return channel -> {
      InetAddress peer = ((InetSocketAddress) channel.getRemoteAddress()).getAddress();
      boolean member =
          peer.getAddress().length == Ipv4.LENGTH && (bits(peer) & mask.bits()) == network;
      return member
          ? Optional.of(new EstablishedLink(channel, Medium.WIFI_DIRECT, interfaceName))
          : Optional.empty();
    };
  }

  private static int bits(InetAddress address) {
    return Ipv4.of(address.getAddress()).bits();
  }
}
