package org.officeos.hal.airgap;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.officeos.hal.netlink.FilterChain;
import org.officeos.hal.netlink.FilterChain.Hook;
import org.officeos.hal.netlink.FilterRule;
import org.officeos.hal.netlink.FilterStep;
import org.officeos.hal.netlink.FilterStep.Outcome;
import org.officeos.hal.netlink.FilterStep.Source;

/** What the packet filter's rules let through, and what they stopped. */
final class RuleChecks {

  /** What is said of another program's table. */
  static final String FOREIGN = "is not the air gap's";

  private static final Set<Hook> WAYS_OUT =
      Set.of(Hook.FORWARD, Hook.OUTPUT, Hook.POSTROUTING, Hook.EGRESS);

  private static final List<Part<?>> PARTS =
      List.of(Part.CHAINS, Part.FILTER, Part.LINKS, Part.RADIOS, Part.WIRELESS, Part.ADDRESSES);

  static final List<Check> ALL =
      List.of(
          new Check(
              LeakVector.WIDE_ACCEPT,
              "no table but the air gap's, and its rules accept loopback and TCP to the laptop's"
                  + " session port on the group's interface only",
              "nft delete table FAMILY NAME; systemctl restart officeos-filter.service",
              RuleChecks::width),
          new Check(
              LeakVector.ATTEMPTS,
              "no packet on its way out was dropped since the rules were loaded",
              "Find the program that sends: nft monitor trace; count anew with systemctl restart"
                  + " officeos-filter.service",
              RuleChecks::attempts));

  private RuleChecks() {}

  private static void width(Sheet sheet) {
    FilterContent content = sheet.read(Part.FILTER, FilterContent.NONE);
    List<FilterChain> chains = sheet.list(Part.CHAINS);
    AcceptedKind kinds = new AcceptedKind(sheet);
    if (!PARTS.stream().allMatch(sheet::isRead)) {
      return;
    }
    if (chains.stream().noneMatch(each -> each.drops() && !HeldChecks.isHeld(each))) {
      sheet.fail(Part.CHAINS, "all", "nothing is filtered");
    }
    Set<String> foreign = new LinkedHashSet<>();
    for (FilterChain chain : chains) {
      if (HeldChecks.isHeld(chain)) {
        HeldChecks.judge(sheet, chain, content);
      } else if (!sheet.settings().tables().contains(chain.table())) {
        foreign.add("table " + table(chain));
      } else if (!chain.drops()) {
        sheet.fail(Part.CHAINS, where(chain), "accepts what no rule speaks of");
      } else {
        width(sheet, chain, new RuleWalk(content, chain), kinds);
      }
    }
    foreign.forEach(each -> sheet.fail(Part.CHAINS, each, FOREIGN));
  }

  private static void width(Sheet sheet, FilterChain chain, RuleWalk walk, AcceptedKind kinds) {
    for (RuleWalk.Accepted each : walk.accepted()) {
      Optional<String> wide =
          each.unknown().isEmpty()
              ? widest(chain, each.kinds(), kinds)
              : Optional.of("what is not understood: " + each.unknown());
      wide.ifPresent(
          what ->
              sheet.fail(
                  Part.FILTER,
                  where(chain) + ", rule " + Long.toUnsignedString(each.rule().handle()),
                  "accepts " + what));
    }
  }

  private static Optional<String> widest(
      FilterChain chain, List<Map<Source, String>> accepted, AcceptedKind kinds) {
    return accepted.stream().flatMap(each -> kinds.tooWide(chain, each).stream()).findFirst();
  }

  private static void attempts(Sheet sheet) {
    FilterContent content = sheet.read(Part.FILTER, FilterContent.NONE);
    Set<String> counted = new HashSet<>();
    for (FilterChain chain : sheet.list(Part.CHAINS)) {
      if (!WAYS_OUT.contains(chain.hook()) || !sheet.settings().tables().contains(chain.table())) {
        continue;
      }
      for (FilterRule rule : new RuleWalk(content, chain).met()) {
        long packets = dropped(rule);
        String handle = Long.toUnsignedString(rule.handle());
        if (packets != 0 && counted.add(table(chain) + " " + handle)) {
          sheet.fail(
              Part.FILTER,
              where(chain) + ", rule " + handle,
              Long.toUnsignedString(packets) + " dropped");
        }
      }
    }
  }

  /** How many packets a rule counted that it drops then. */
  private static long dropped(FilterRule rule) {
    long packets = 0;
    for (FilterStep step : rule.steps()) {
      if (step instanceof FilterStep.Counter counter) {
        packets = counter.packets();
      } else if (step instanceof FilterStep.Reject
          || (step instanceof FilterStep.Verdict end && end.outcome() == Outcome.DROP)) {
        return packets;
      }
    }
    return 0;
  }

  static String where(FilterChain chain) {
    return table(chain) + " " + chain.name();
  }

  private static String table(FilterChain chain) {
    return chain.family().name().toLowerCase(Locale.ROOT) + " " + chain.table();
  }
}
