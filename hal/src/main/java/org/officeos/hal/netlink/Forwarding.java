package org.officeos.hal.netlink;

/**
 * Whether the kernel passes on what comes in by an interface.
 *
 * @param ipv6 of IPv6, else of IPv4
 * @param index the interface, 1 and more; {@link #DEFAULT} for interfaces to come, {@link #ALL} for
 *     what was last written for all
 * @param on whether it does
 */
public record Forwarding(boolean ipv6, int index, boolean on) {

  /** {@code NETCONFA_IFINDEX_ALL}. */
  public static final int ALL = -1;

  /** {@code NETCONFA_IFINDEX_DEFAULT}. */
  public static final int DEFAULT = -2;
}
