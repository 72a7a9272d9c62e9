package org.officeos.hal.netlink;

import java.util.List;

/**
 * A set of nf_tables that rules look keys up in.
 *
 * @param family whose packets
 * @param table the table it is in
 * @param name its own; the kernel makes names such as {@code __set0}
 * @param keyBytes how long a key is; parts of a key begin at multiples of four
 * @param exact whether it holds single keys that somebody put in: no ranges, no map, nothing that
 *     packets add by themselves
 * @param keys what it holds, in hexadecimal; an empty one stands for all others
 */
public record FilterSet(
    FilterChain.Family family,
    String table,
    String name,
    int keyBytes,
    boolean exact,
    List<String> keys) {

  /** Keeps a copy. */
  public FilterSet {
    keys = List.copyOf(keys);
  }

  /** The same with these keys. */
  public FilterSet with(List<String> held) {
    return new FilterSet(family, table, name, keyBytes, exact, held);
  }

  /** The same, with nobody knowing what it holds. */
  public FilterSet unknown() {
    return new FilterSet(family, table, name, keyBytes, false, List.of());
  }
}
