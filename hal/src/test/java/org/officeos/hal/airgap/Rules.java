package org.officeos.hal.airgap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.officeos.hal.netlink.FilterChain.Family;
import org.officeos.hal.netlink.FilterRule;
import org.officeos.hal.netlink.FilterSet;
import org.officeos.hal.netlink.FilterStep;
import org.officeos.hal.netlink.FilterStep.Compare;
import org.officeos.hal.netlink.FilterStep.Load;
import org.officeos.hal.netlink.FilterStep.Outcome;
import org.officeos.hal.netlink.FilterStep.Source;
import org.officeos.hal.netlink.FilterStep.Verdict;

/** The air gap's rules as the kernel tells them, with one way open, and worse ones. */
final class Rules {

  static final String TABLE = "officeos_airgap";
  static final FilterStep ACCEPT = new Verdict(Outcome.ACCEPT, Optional.empty());
  static final FilterStep DROP = new Verdict(Outcome.DROP, Optional.empty());
  private static final String LO = "01000000";
  private static final String WAY = "03000000" + "c0a83101" + "b7fc0000";

  private Rules() {}

  static FilterContent intended() {
    return with(List.of(ways(WAY)));
  }

  /** The same, and these rules after them. */
  static FilterContent with(FilterRule... more) {
    List<FilterRule> rules = new ArrayList<>(intended().rules());
    rules.addAll(List.of(more));
    return new FilterContent(rules, intended().sets());
  }

  static FilterContent with(List<FilterSet> sets) {
    List<FilterRule> rules = new ArrayList<>();
    rules.add(rule("input", 1, eq(Source.IN_INDEX, LO), ACCEPT));
    rules.add(rule("input", 2, steps(state(2), way(Source.IN_INDEX, Source.FROM_ADDRESS), ACCEPT)));
    rules.add(rule("input", 3, new FilterStep.Counter(9, 99), DROP));
    rules.add(rule("output", 4, eq(Source.OUT_INDEX, LO), ACCEPT));
    rules.add(
        rule("output", 5, steps(state(10), way(Source.OUT_INDEX, Source.TO_ADDRESS), ACCEPT)));
    rules.add(rule("output", 6, new FilterStep.Counter(0, 0), new FilterStep.Reject()));
    rules.add(frames(7, eq(Source.WRITTEN_TYPE, "0806"), ACCEPT));
    rules.add(
        frames(
            8,
            steps(
                eq(Source.FRAME_TYPE, "0800"),
                eq(Source.WRITTEN_TYPE, "0800"),
                eq(Source.PROTOCOL, "06"),
                eq(Source.TO_ADDRESS, "c0a83101"),
                eq(Source.TO_PORT, "b7fc"),
                ACCEPT)));
    return new FilterContent(rules, sets);
  }

  static FilterSet ways(String... keys) {
    return new FilterSet(Family.INET, TABLE, "ways", 12, true, List.of(keys));
  }

  static FilterRule rule(String chain, long handle, Object... steps) {
    return new FilterRule(Family.INET, TABLE, chain, handle, steps(steps));
  }

  static FilterRule frames(long handle, Object... steps) {
    return new FilterRule(Family.NETDEV, TABLE, "egress", handle, steps(steps));
  }

  /** Steps and lists of them, one after the other. */
  static List<FilterStep> steps(Object... parts) {
    List<FilterStep> all = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof FilterStep step) {
        all.add(step);
      } else {
        ((List<?>) part).forEach(each -> all.add((FilterStep) each));
      }
    }
    return all;
  }

  static List<FilterStep> eq(Source source, String value) {
    return List.of(new Load(source, 0), new Compare(0, true, value));
  }

  static List<FilterStep> state(int mask) {
    String little = String.format("%02x000000", mask);
    return List.of(
        new Load(Source.STATE, 0),
        new FilterStep.Mask(0, 0, little),
        new Compare(0, false, "00000000"));
  }

  static List<FilterStep> tcp() {
    return steps(eq(Source.FAMILY, "02"), eq(Source.PROTOCOL, "06"));
  }

  static List<FilterStep> way(Source link, Source address) {
    Source port = address == Source.FROM_ADDRESS ? Source.FROM_PORT : Source.TO_PORT;
    return steps(
        tcp(),
        new Load(link, 0),
        new Load(address, 1),
        new Load(port, 2),
        new FilterStep.Lookup("ways", 0, false));
  }
}
