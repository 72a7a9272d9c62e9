package org.officeos.hal.airgap;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.officeos.hal.fence.HeldTable;
import org.officeos.hal.netlink.FilterChain;
import org.officeos.hal.netlink.FilterChain.Family;
import org.officeos.hal.netlink.FilterChain.Hook;
import org.officeos.hal.netlink.FilterRule;
import org.officeos.hal.netlink.FilterStep;
import org.officeos.hal.netlink.FilterStep.Source;

/**
 * The tables that the guard holds, whoever made what goes by their name. They make the filter
 * narrower for as long as the guard runs, and stand for nothing that is missing.
 */
final class HeldChecks {

  private static final Set<Hook> HELD_AT =
      EnumSet.of(Hook.PREROUTING, Hook.INPUT, Hook.FORWARD, Hook.OUTPUT);

  private static final Set<String> BESIDES_IP = Set.of("0806", "888e");
  private static final String LOOPBACK = "01000000";
  private static final String INTERNET = "0800";
  private static final String IPV4 = "02";
  private static final String TCP = "06";

  private HeldChecks() {}

  /** Whether it is in one of them. */
  static boolean isHeld(FilterChain chain) {
    boolean family = chain.family() == Family.INET || chain.family() == Family.NETDEV;
    return family && chain.table().equals(HeldTable.NAME);
  }

  /** Whether it was found by {@link #judge}. */
  static boolean isAbout(Finding finding) {
    return finding.subject().startsWith("inet " + HeldTable.NAME + " ")
        || finding.subject().startsWith("netdev " + HeldTable.NAME + " ");
  }

  /** Says what of a chain in one of them is wider than the guard makes it. */
  static void judge(Sheet sheet, FilterChain chain, FilterContent content) {
    if (!chain.drops() || !chain.type().equals("filter")) {
      sheet.fail(Part.CHAINS, RuleChecks.where(chain), "accepts what no rule speaks of");
    }
    RuleWalk walk = new RuleWalk(content, chain);
    for (FilterRule rule : walk.met()) {
      fault(sheet, chain, walk, rule)
          .ifPresent(
              what ->
                  sheet.fail(
                      Part.FILTER,
                      RuleChecks.where(chain) + ", rule " + Long.toUnsignedString(rule.handle()),
                      what));
    }
  }

  private static Optional<String> fault(
      Sheet sheet, FilterChain chain, RuleWalk walk, FilterRule rule) {
    if (rule.steps().stream().anyMatch(FilterStep.Unknown.class::isInstance)) {
      return Optional.of("does what is not understood");
    }
    String port = HexFormat.of().toHexDigits((char) sheet.settings().port());
    boolean wide =
        walk.accepted().stream()
            .filter(each -> each.rule().handle() == rule.handle())
            .anyMatch(
                each ->
                    !each.unknown().isEmpty()
                        || !each.kinds().stream().allMatch(kind -> isMeant(chain, kind, port)));
    return wide ? Optional.of("accepts more than the session") : Optional.empty();
  }

  private static boolean isMeant(FilterChain chain, Map<Source, String> kind, String port) {
    boolean tcp = TCP.equals(kind.get(Source.PROTOCOL));
    if (chain.family() == Family.NETDEV) {
      String written = kind.getOrDefault(Source.WRITTEN_TYPE, "");
      boolean internet =
          written.equals(INTERNET) && INTERNET.equals(kind.get(Source.FRAME_TYPE)) && tcp;
      return BESIDES_IP.contains(written) || (internet && port.equals(kind.get(Source.TO_PORT)));
    }
    boolean out = chain.hook() == Hook.OUTPUT;
    boolean session =
        tcp
            && IPV4.equals(kind.get(Source.FAMILY))
            && port.equals(kind.get(out ? Source.TO_PORT : Source.FROM_PORT));
    boolean loopback = LOOPBACK.equals(kind.get(out ? Source.OUT_INDEX : Source.IN_INDEX));
    return chain.hook() != Hook.FORWARD && (session || loopback);
  }

  /** Whose frames are held; empty where anything is missing, wider, or no chain of the guard's. */
  static Optional<Set<FilterSight.HeldLink>> held(Sheet sheet) {
    FilterContent content = sheet.read(Part.FILTER, FilterContent.NONE);
    Set<Hook> missing = EnumSet.copyOf(HELD_AT);
    Set<FilterSight.HeldLink> links = new HashSet<>();
    for (FilterChain chain : sheet.list(Part.CHAINS).stream().filter(HeldChecks::isHeld).toList()) {
      if (!isRight(sheet, chain, content)) {
        return Optional.empty();
      }
      missing.remove(chain.hook());
      chain.devices().forEach(name -> links.add(new FilterSight.HeldLink(number(chain), name)));
    }
    return missing.isEmpty() ? Optional.of(links) : Optional.empty();
  }

  private static boolean isRight(Sheet sheet, FilterChain chain, FilterContent content) {
    RuleWalk walk = new RuleWalk(content, chain);
    boolean ours = chain.family() == Family.INET || isOfLinks(chain);
    return ours
        && chain.drops()
        && chain.type().equals("filter")
        && walk.met().stream().allMatch(rule -> fault(sheet, chain, walk, rule).isEmpty());
  }

  /** A chain whose interface went has none. */
  private static boolean isOfLinks(FilterChain chain) {
    return chain.hook() == Hook.EGRESS && chain.devices().size() <= 1 && number(chain) > 0;
  }

  /** Of the interface that a chain of frames is for, by the chain's name; 0 for any other name. */
  private static int number(FilterChain chain) {
    return chain.name().matches(HeldTable.CHAIN + "[1-9][0-9]{0,8}")
        ? Integer.parseInt(chain.name().substring(HeldTable.CHAIN.length()))
        : 0;
  }
}
