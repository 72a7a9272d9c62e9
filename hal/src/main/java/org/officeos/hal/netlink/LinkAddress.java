package org.officeos.hal.netlink;

/**
 * An address of a network interface, of either family.
 *
 * @param index the interface's number
 * @param prefix the address itself, and its network's length
 */
public record LinkAddress(int index, IpPrefix prefix) {}
