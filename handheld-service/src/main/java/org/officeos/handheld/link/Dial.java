package org.officeos.handheld.link;

import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.officeos.handheld.group.StandingGroup;

/** The operating system's sockets in a group; tests bring their own. */
public interface Dial {

  /** The real ones. */
  Dial SYSTEM = new SystemDial();

  /**
   * Opens a TCP connection.
   *
   * @param own where it is bound, with any port
   * @throws LinkException {@code REFUSED}, {@code UNREACHABLE}, {@code TIMED_OUT}, {@code IO}
   */
  SocketChannel open(InetSocketAddress own, InetSocketAddress peer, Duration timeout)
      throws LinkException;

  /** Whether the kernel has this device's address of that group on the group's interface. */
  boolean isThere(StandingGroup group);
}
