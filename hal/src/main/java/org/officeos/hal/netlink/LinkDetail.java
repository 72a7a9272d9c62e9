package org.officeos.hal.netlink;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A network interface, and what made and holds it.
 *
 * @param link the interface
 * @param kind what made it, such as {@code veth}; hardware has none
 * @param master the number of the bridge, bond or the like that it belongs to
 * @param xdp whether a program sees its frames before the kernel does
 */
public record LinkDetail(Link link, Optional<String> kind, OptionalInt master, boolean xdp) {}
