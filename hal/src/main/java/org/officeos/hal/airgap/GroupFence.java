package org.officeos.hal.airgap;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.officeos.hal.netlink.FilterChain;
import org.officeos.hal.netlink.FilterChain.Family;
import org.officeos.hal.netlink.FilterChain.Hook;
import org.officeos.hal.netlink.FilterRule;
import org.officeos.hal.netlink.FilterStep;
import org.officeos.hal.netlink.FilterStep.Outcome;
import org.officeos.hal.netlink.FilterStep.Source;

/**
 * Whether the packet filter keeps a group's interface apart, whoever loaded the rules. A drop is
 * final: where one chain of a hook drops, no other chain of that hook can let through. A rule
 * counts as a drop only where it asks for nothing but the interface; what is not understood never
 * does.
 */
final class GroupFence {

  private static final String TCP = "06";
  private static final String IPV4 = "02";
  private static final int NAME = 16;
  private static final Set<String> LEADING_AWAY = Set.of("queue", "fwd", "tproxy", "synproxy");

  private final List<FilterChain> chains;
  private final FilterContent content;
  private final String index;
  private final String name;
  private final Optional<String> own;
  private final String port;

  /**
   * The fence of one group.
   *
   * @param own this machine's IPv4 address in the group, in hexadecimal, if it has one
   */
  GroupFence(
      List<FilterChain> chains,
      FilterContent content,
      NetworkLink group,
      Optional<String> own,
      int port) {
    this.chains = chains;
    this.content = content;
    this.index = hex(Integer.reverseBytes(group.index()), 8);
    this.name = named(group.name());
    this.own = own;
    this.port = hex(port, 4);
  }

  private static String hex(int value, int digits) {
    return HexFormat.of().toHexDigits(value, digits);
  }

  /** As the kernel compares it, zeros behind; of odd names nothing is made, and all are met. */
  private static String named(String name) {
    if (!name.matches("[!-~]{1,15}")) {
      return "";
    }
    StringBuilder hex = new StringBuilder();
    name.chars().forEach(c -> hex.append(hex(c, 2)));
    return hex.append("0".repeat(2 * NAME - hex.length())).toString();
  }

  /** Whether nothing but the session comes in by the group's interface. */
  boolean keepsOut() {
    return both(ipv6 -> stops(Hook.PREROUTING, ipv6, true) || stops(Hook.INPUT, ipv6, true));
  }

  /** Whether nothing but the session leaves this machine by it. */
  boolean keepsIn() {
    return both(ipv6 -> stops(Hook.OUTPUT, ipv6, false) || stops(Hook.POSTROUTING, ipv6, false));
  }

  /** Whether nothing of others that came by it goes on to another interface. */
  boolean passesNothingFrom(boolean ipv6) {
    return stops(Hook.FORWARD, ipv6, true);
  }

  /** Whether nothing of others goes into the group. */
  boolean passesNothingTo(boolean ipv6) {
    return stops(Hook.FORWARD, ipv6, false);
  }

  private interface OfFamily {
    boolean test(boolean ipv6);
  }

  private static boolean both(OfFamily condition) {
    return condition.test(false) && condition.test(true);
  }

  private boolean stops(Hook hook, boolean ipv6, boolean in) {
    return chains.stream()
        .filter(each -> each.hook() == hook && each.sees(ipv6) && each.type().equals("filter"))
        .anyMatch(each -> stops(each, in));
  }

  private boolean stops(FilterChain chain, boolean in) {
    List<FilterRule> rules = content.of(chain.family(), chain.table(), chain.name());
    int end = end(rules, chain, in);
    if (end < 0) {
      return false;
    }
    for (RuleWalk.Accepted each : new RuleWalk(content, chain).accepted()) {
      boolean before = rules.indexOf(each.rule()) < end;
      boolean wide =
          each.kinds().stream()
              .filter(kind -> meets(kind, in))
              .anyMatch(kind -> !each.unknown().isEmpty() || !isSession(chain, kind, in));
      if (before && wide) {
        return false;
      }
    }
    return true;
  }

  /** The rule from which on nothing of the group goes on; -1 where there is none. */
  private int end(List<FilterRule> rules, FilterChain chain, boolean in) {
    for (int i = 0; i < rules.size(); i++) {
      if (isDrop(rules.get(i), in)) {
        return i;
      }
      if (mayLeadAway(rules.get(i), in) && !chain.drops()) {
        return -1;
      }
    }
    return chain.drops() ? rules.size() : -1;
  }

  /** Asks for this interface or for nothing, and drops. */
  private boolean isDrop(FilterRule rule, boolean in) {
    OptionalInt place = OptionalInt.empty();
    for (FilterStep step : rule.steps()) {
      if (step instanceof FilterStep.Load load && load.source() == source(in)) {
        place = OptionalInt.of(load.place());
      } else if (step instanceof FilterStep.Compare compare) {
        boolean ours = compare.equal() && compare.value().equals(index);
        if (!ours || place.isEmpty() || place.getAsInt() != compare.place()) {
          return false;
        }
      } else if (step instanceof FilterStep.Verdict end) {
        return end.outcome() == Outcome.DROP;
      } else if (step instanceof FilterStep.Reject) {
        return true;
      } else if (!(step instanceof FilterStep.Counter)) {
        return false;
      }
    }
    return false;
  }

  /** Whether it may end the chain for a packet of the group's without a drop or an accept. */
  private boolean mayLeadAway(FilterRule rule, boolean in) {
    OptionalInt place = OptionalInt.empty();
    for (FilterStep step : rule.steps()) {
      if (step instanceof FilterStep.Load load && load.source() == source(in)) {
        place = OptionalInt.of(load.place());
      } else if (step instanceof FilterStep.Compare compare
          && place.isPresent()
          && place.getAsInt() == compare.place()
          && compare.value().length() == index.length()) {
        if (compare.equal() != compare.value().equals(index)) {
          return false;
        }
      } else if (step instanceof FilterStep.Verdict end) {
        return switch (end.outcome()) {
          case RETURN, GOTO, OTHER -> true;
          case ACCEPT, DROP, JUMP, CONTINUE -> false;
        };
      } else if (step instanceof FilterStep.Unknown unknown
          && LEADING_AWAY.contains(unknown.what())) {
        return true;
      }
    }
    return false;
  }

  private static Source source(boolean in) {
    return in ? Source.IN_INDEX : Source.OUT_INDEX;
  }

  private boolean meets(Map<Source, String> kind, boolean in) {
    String number = kind.get(source(in));
    String called = kind.get(in ? Source.IN_NAME : Source.OUT_NAME);
    boolean named = called == null || name.isEmpty() || called.equals(name);
    return named && (number == null || number.equals(index));
  }

  private boolean isSession(FilterChain chain, Map<Source, String> kind, boolean in) {
    boolean ipv4 = chain.family() == Family.IP || IPV4.equals(kind.get(Source.FAMILY));
    String here = kind.get(in ? Source.TO_ADDRESS : Source.FROM_ADDRESS);
    return chain.hook() != Hook.FORWARD
        && ipv4
        && TCP.equals(kind.get(Source.PROTOCOL))
        && own.isPresent()
        && own.get().equals(here)
        && port.equals(kind.get(in ? Source.TO_PORT : Source.FROM_PORT));
  }
}
