package org.officeos.hal.airgap;

import java.util.List;
import java.util.Optional;
import org.officeos.hal.netlink.FilterChain.Family;
import org.officeos.hal.netlink.FilterRule;
import org.officeos.hal.netlink.FilterSet;

/**
 * What stands in the packet filter's chains.
 *
 * @param rules of all chains, each chain's in the order in which packets meet them
 * @param sets that rules look things up in, with what they hold
 */
public record FilterContent(List<FilterRule> rules, List<FilterSet> sets) {

  /** Nothing at all. */
  public static final FilterContent NONE = new FilterContent(List.of(), List.of());

  /** Keeps copies. */
  public FilterContent {
    rules = List.copyOf(rules);
    sets = List.copyOf(sets);
  }

  List<FilterRule> of(Family family, String table, String chain) {
    return rules.stream()
        .filter(each -> each.family() == family && each.table().equals(table))
        .filter(each -> each.chain().equals(chain))
        .toList();
  }

  Optional<FilterSet> set(FilterRule rule, String name) {
    return sets.stream()
        .filter(each -> each.family() == rule.family() && each.table().equals(rule.table()))
        .filter(each -> each.name().equals(name))
        .findFirst();
  }
}
