package org.officeos.hal.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks nf_tables for the rules of all chains, and reads them. Takes {@code CAP_NET_ADMIN}.
 *
 * <pre>
 *   0        1         2          4
 *   +--------+---------+----------+------------+
 *   | family | version | resource | attributes |   numbers in attributes are big-endian
 *   | u8     | u8      | u16      |            |
 *   +--------+---------+----------+------------+
 * </pre>
 *
 * <p>The kernel tells rules chain by chain, in the order in which packets meet them. There is no
 * request here that changes one. Source: linux/netfilter/nf_tables.h.
 */
public final class FilterRules {

  private static final int NEWRULE = FilterChains.SUBSYSTEM | 6;
  private static final int GETRULE = FilterChains.SUBSYSTEM | 7;
  private static final int ATTR_TABLE = 1;
  private static final int ATTR_CHAIN = 2;
  private static final int ATTR_HANDLE = 3;
  private static final int ATTR_EXPRESSIONS = 4;

  private FilterRules() {}

  /** The request for all of all families; its answer is a dump. */
  public static NetlinkMessage request(int sequence) {
    int flags = NetlinkMessage.F_REQUEST | NetlinkMessage.F_DUMP;
    return new NetlinkMessage(GETRULE, flags, sequence, 0, new byte[FilterChains.FIXED]);
  }

  /**
   * The rules of a whole answer, in its order.
   *
   * @throws FormatException such as {@code WRONG_KIND}, {@code ATTRIBUTE_MISSING}, {@code
   *     WRONG_SIZE}, {@code OUT_OF_RANGE} for a register that is not there
   */
  public static List<FilterRule> read(List<NetlinkMessage> parts) throws FormatException {
    List<FilterRule> all = new ArrayList<>();
    for (NetlinkMessage part : parts) {
      Attributes attributes = FilterChains.attributes(part, NEWRULE);
      List<FilterStep> steps = new ArrayList<>();
      Optional<Attribute> expressions = attributes.find(ATTR_EXPRESSIONS);
      if (expressions.isPresent()) {
        for (Attribute each : expressions.get().nested()) {
          steps.add(FilterSteps.read(each.nested()));
        }
      }
      all.add(
          new FilterRule(
              FilterChains.family(part),
              attributes.get(ATTR_TABLE).text(FilterChains.MAX_NAME),
              attributes.get(ATTR_CHAIN).text(FilterChains.MAX_NAME),
              Long.reverseBytes(attributes.get(ATTR_HANDLE).u64()),
              steps));
    }
    return List.copyOf(all);
  }
}
