package org.officeos.hal.netlink;

/** What rtnetlink tells by itself of addresses, in {@link LinkAddresses#GROUPS}. */
public sealed interface AddressEvent {

  /** An address came, or something of it changed. */
  record Here(LinkAddress address) implements AddressEvent {}

  /** An address went. */
  record Gone(LinkAddress address) implements AddressEvent {}
}
