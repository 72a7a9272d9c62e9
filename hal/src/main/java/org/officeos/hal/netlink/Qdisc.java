package org.officeos.hal.netlink;

import java.util.Set;

/**
 * A queueing discipline of an interface.
 *
 * @param index the interface's number
 * @param kind such as {@code fq_codel}
 */
public record Qdisc(int index, String kind) {

  private static final Set<String> HOLDS_PROGRAMS = Set.of("clsact", "ingress");

  /** Whether it is there for filters that may take frames elsewhere. */
  public boolean holdsPrograms() {
    return HOLDS_PROGRAMS.contains(kind);
  }
}
