package org.officeos.hal.netlink;

import java.util.List;

/**
 * A base chain of nf_tables: where the packet filter takes hold.
 *
 * @param family whose packets
 * @param table the table it is in
 * @param name its own
 * @param type such as {@code filter} or {@code nat}
 * @param hook where in a packet's way
 * @param drops whether it drops what no rule speaks of
 * @param devices the interfaces it is for; chains of most families are for all, and name none
 */
public record FilterChain(
    Family family,
    String table,
    String name,
    String type,
    Hook hook,
    boolean drops,
    List<String> devices) {

  /** Keeps a copy. */
  public FilterChain {
    devices = List.copyOf(devices);
  }

  /** {@code NFPROTO_…} of linux/netfilter.h. */
  public enum Family {
    /** Both versions of IP. */
    INET,
    /** IPv4. */
    IP,
    /** IPv6. */
    IP6,
    /** Address resolution. */
    ARP,
    /** Frames of one interface. */
    NETDEV,
    /** Frames of a bridge. */
    BRIDGE,
    /** One that this list does not know. */
    OTHER
  }

  /** {@code NF_…} of linux/netfilter.h, by what it is in the chain's family. */
  public enum Hook {
    /** As it comes, before a way is chosen. */
    PREROUTING,
    /** To this machine. */
    INPUT,
    /** Through this machine. */
    FORWARD,
    /** From this machine. */
    OUTPUT,
    /** As it leaves, after a way is chosen. */
    POSTROUTING,
    /** As a frame comes. */
    INGRESS,
    /** As a frame leaves, whoever made it. */
    EGRESS,
    /** One that this list does not know. */
    OTHER
  }

  /** Whether it sees packets of that version. */
  public boolean sees(boolean ipv6) {
    return family == Family.INET || family == (ipv6 ? Family.IP6 : Family.IP);
  }
}
