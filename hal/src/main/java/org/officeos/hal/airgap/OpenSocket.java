package org.officeos.hal.airgap;

import java.util.Optional;

/**
 * A socket that reaches further than one connection.
 *
 * @param kind which
 * @param local the address it is bound to, as text; empty for packet sockets
 * @param number the port; for raw sockets the IP protocol, for packet sockets the frames' type
 * @param link the interface's number that a packet socket is bound to, 0 for all
 * @param owner the program that has it, where that could be told
 */
public record OpenSocket(Kind kind, String local, int number, int link, Optional<String> owner) {

  /** The kinds that are looked at. */
  public enum Kind {
    /** Whole frames ({@code AF_PACKET}). */
    PACKET,
    /** IP packets of one protocol. */
    RAW,
    /** ICMP echo without rights. */
    PING,
    /** UDP that is bound to a port. */
    UDP,
    /** TCP that listens. */
    TCP
  }

  /** Whether it can be reached, or reaches, only on this machine. */
  public boolean isLocal() {
    return local.startsWith("127.") || local.equals("::1");
  }

  /** Who has it, for people. */
  public String shownOwner() {
    return owner.orElse("a program that could not be told");
  }
}
