package org.officeos.hal.netlink;

/** What rtnetlink tells by itself of network interfaces, in its group {@link Links#GROUP}. */
public sealed interface LinkEvent {

  /** An interface came, or something of it changed. */
  record Here(LinkDetail detail) implements LinkEvent {}

  /** An interface went. */
  record Gone(Link link) implements LinkEvent {}
}
