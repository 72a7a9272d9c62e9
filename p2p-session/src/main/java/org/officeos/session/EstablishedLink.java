package org.officeos.session;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;

/**
 * A connected TCP socket to exactly one peer, and what is known of the way it goes. The radio, a
 * loopback listener and a network namespace all hand over the same thing; the session asks nothing
 * else of them. Whoever takes a link owns its channel and closes it.
 *
 * @param channel connected; blocking mode does not matter
 * @param medium the way the bytes go
 * @param interfaceName the network interface the socket is bound to, such as {@code p2p-wlan0-0}
 */
public record EstablishedLink(SocketChannel channel, Medium medium, String interfaceName) {

  /** The session's TCP port, on the group interface only. */
  public static final int DEFAULT_PORT = 47100;

  /** The way the bytes go. */
  public enum Medium {
    /** A Wi-Fi Direct group interface. */
    WIFI_DIRECT,
    /** Loopback, for tests and the demonstration. */
    LOOPBACK,
    /** A virtual pair between two network namespaces, for tests and the demonstration. */
    NAMESPACE
  }

  /** Refuses a channel that is not connected. */
  public EstablishedLink {
    if (!channel.isConnected()) {
      throw new IllegalArgumentException("an established link is connected");
    }
  }

  /** The peer's address, or what the operating system says when it is gone. */
  public String remote() {
    try {
      SocketAddress address = channel.getRemoteAddress();
      return String.valueOf(address);
    } catch (IOException e) {
      return "gone";
    }
  }
}
