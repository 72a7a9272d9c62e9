package org.officeos.hal.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Asks rtnetlink for the rules that choose a routing table, and reads them.
 *
 * <pre>
 *   0        1         2           3     4       5         7        8       12
 *   +--------+---------+-----------+-----+-------+---------+--------+-------+------------+
 *   | family | to bits | from bits | tos | table | reserve | action | flags | attributes |
 *   | u8     | u8      | u8        | u8  | u8    | u16     | u8     | u32   |            |
 *   +--------+---------+-----------+-----+-------+---------+--------+-------+------------+
 * </pre>
 *
 * <p>Source: struct fib_rule_hdr in linux/fib_rules.h.
 */
public final class RoutingRules {

  private static final int FIXED = 12;
  private static final int RTM_NEWRULE = 32;
  private static final int RTM_GETRULE = 34;
  private static final int TO_TABLE = 1;
  private static final int ATTR_PRIORITY = 6;
  private static final int ATTR_TABLE = 15;

  /** Priority, suppressions, table, padding, and who made it; all others choose packets. */
  private static final Set<Integer> NOT_SELECTIVE = Set.of(6, 13, 14, 15, 18, 21);

  private RoutingRules() {}

  /** The request for all of one family; its answer is a dump. */
  public static NetlinkMessage request(boolean ipv6, int sequence) {
    byte[] payload = new byte[FIXED];
    payload[0] = (byte) (ipv6 ? LinkAddresses.INET6 : Addresses.INET);
    return NetlinkMessage.dump(RTM_GETRULE, sequence, payload);
  }

  /**
   * The rules of a whole answer, in its order; those of other families are passed over.
   *
   * @throws FormatException such as {@code WRONG_KIND}, {@code WRONG_SIZE}
   */
  public static List<RoutingRule> read(List<NetlinkMessage> parts) throws FormatException {
    List<RoutingRule> all = new ArrayList<>();
    for (NetlinkMessage part : parts) {
      byte[] payload = part.payloadOf(RTM_NEWRULE, FIXED);
      if (payload[0] == Addresses.INET || payload[0] == LinkAddresses.INET6) {
        all.add(rule(payload));
      }
    }
    return List.copyOf(all);
  }

  private static RoutingRule rule(byte[] payload) throws FormatException {
    Attributes attributes = Attributes.parse(payload, FIXED, payload.length);
    boolean selective = payload[1] != 0 || payload[2] != 0 || payload[3] != 0;
    for (Attribute each : attributes) {
      selective |= !NOT_SELECTIVE.contains(each.type());
    }
    boolean toTable = (payload[7] & 0xff) == TO_TABLE;
    int table = attributes.u32(ATTR_TABLE).orElse(payload[4] & 0xff);
    return new RoutingRule(
        payload[0] == LinkAddresses.INET6,
        attributes.u32(ATTR_PRIORITY).orElse(0),
        toTable ? table : 0,
        selective);
  }
}
