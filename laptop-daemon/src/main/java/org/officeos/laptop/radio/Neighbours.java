package org.officeos.laptop.radio;

import java.util.Optional;
import org.officeos.hal.p2p.Ipv4;
import org.officeos.hal.p2p.MacAddress;

/** Which interface has an address in the group: the kernel's neighbour table, or a fake of it. */
@FunctionalInterface
public interface Neighbours {

  /**
   * The address of the interface; empty where the kernel does not know, or cannot be asked.
   *
   * @param address in the group
   * @param interfaceName the group's interface here
   */
  Optional<MacAddress> at(Ipv4 address, String interfaceName);
}
