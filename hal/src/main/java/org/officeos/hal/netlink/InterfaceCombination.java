package org.officeos.hal.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Interfaces that a radio can run at the same time: {@code enum nl80211_if_combination_attrs}. For
 * example {@code {managed, P2P-client} <= 2, {AP, P2P-GO} <= 1, total <= 2, channels <= 1}.
 *
 * @param limits each type may be in several
 * @param max interfaces in all
 * @param channels different channels in all
 */
public record InterfaceCombination(List<InterfaceLimit> limits, int max, int channels) {

  /** Keeps a copy. */
  public InterfaceCombination {
    if (max < 0 || channels < 0) {
      throw new IllegalArgumentException("a combination of " + max + " on " + channels);
    }
    limits = List.copyOf(limits);
  }

  /**
   * Whether this combination holds so many of each type. Counts as cfg80211 does: a type takes its
   * number from every limit that names it.
   *
   * @param wanted types and how many of each; those with 0 are passed over
   */
  public boolean holds(Map<InterfaceType, Integer> wanted) {
    List<Integer> left = new ArrayList<>();
    limits.forEach(limit -> left.add(limit.max()));
    int total = 0;
    for (Map.Entry<InterfaceType, Integer> entry : wanted.entrySet()) {
      int number = entry.getValue();
      total += number;
      boolean named = number == 0;
      for (int i = 0; i < limits.size(); i++) {
        if (number > 0 && limits.get(i).types().contains(entry.getKey())) {
          named = true;
          left.set(i, left.get(i) - number);
        }
      }
      if (!named) {
        return false;
      }
    }
    return total <= max && left.stream().allMatch(rest -> rest >= 0);
  }
}
