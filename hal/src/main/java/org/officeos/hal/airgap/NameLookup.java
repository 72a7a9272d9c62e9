package org.officeos.hal.airgap;

import java.util.List;

/**
 * How names of machines are looked up.
 *
 * @param servers what {@code resolv.conf} asks
 * @param sources the words of {@code nsswitch.conf} for hosts; empty where it says nothing
 */
public record NameLookup(List<String> servers, List<String> sources) {

  /** Keeps copies. */
  public NameLookup {
    servers = List.copyOf(servers);
    sources = List.copyOf(sources);
  }
}
