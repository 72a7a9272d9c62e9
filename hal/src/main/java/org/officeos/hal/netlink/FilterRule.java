package org.officeos.hal.netlink;

import java.util.List;

/**
 * A rule of nf_tables.
 *
 * @param family whose packets
 * @param table the table it is in
 * @param chain the chain it is in
 * @param handle the kernel's number, as {@code nft -a} shows it
 * @param steps what it does, in order
 */
public record FilterRule(
    FilterChain.Family family, String table, String chain, long handle, List<FilterStep> steps) {

  /** Keeps a copy. */
  public FilterRule {
    steps = List.copyOf(steps);
  }
}
