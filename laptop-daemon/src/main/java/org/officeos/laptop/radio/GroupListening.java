package org.officeos.laptop.radio;

import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.laptop.link.LinkException;
import org.officeos.session.EstablishedLink;

/** Listens in a group: {@code LinkListener.openInGroup}, or a record of it in tests. */
@FunctionalInterface
public interface GroupListening {

  /** Something that listens, until it is closed. */
  interface Open extends AutoCloseable {

    @Override
    void close();
  }

  /**
   * Begins.
   *
   * @param where the owner's address in the group
   * @param interfaceName the group's interface
   * @param mask the group's
   * @param taker takes each link and must not block
   * @throws LinkException as {@code LinkListener.openInGroup} does
   */
  Open open(
      InetSocketAddress where, String interfaceName, Ipv4 mask, Consumer<EstablishedLink> taker)
      throws LinkException;
}
