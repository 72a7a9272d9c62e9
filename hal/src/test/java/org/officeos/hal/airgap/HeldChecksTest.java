package org.officeos.hal.airgap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.officeos.hal.airgap.Handhelds.GROUP_NAME;
import static org.officeos.hal.airgap.Handhelds.read;
import static org.officeos.hal.airgap.Rules.ACCEPT;
import static org.officeos.hal.airgap.Rules.eq;
import static org.officeos.hal.airgap.Rules.steps;
import static org.officeos.hal.airgap.Rules.tcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.officeos.hal.fence.HeldTable;
import org.officeos.hal.netlink.FilterChain;
import org.officeos.hal.netlink.FilterChain.Family;
import org.officeos.hal.netlink.FilterChain.Hook;
import org.officeos.hal.netlink.FilterRule;
import org.officeos.hal.netlink.FilterStep;
import org.officeos.hal.netlink.FilterStep.Source;

/** What is seen of the tables that the guard holds, beside the shipped rules. */
class HeldChecksTest {

  private static final String CHAIN = "egress_" + Handhelds.GROUP;
  private static final List<FilterStep> TYPE = eq(Source.WRITTEN_TYPE, "0800");
  private static final List<FilterStep> SESSION =
      steps(
          eq(Source.FRAME_TYPE, "0800"),
          TYPE,
          eq(Source.PROTOCOL, "06"),
          eq(Source.TO_PORT, "b7fc"),
          ACCEPT);

  private static FilterChain egress(String name, boolean drops, String... devices) {
    return new FilterChain(
        Family.NETDEV, HeldTable.NAME, name, "filter", Hook.EGRESS, drops, List.of(devices));
  }

  private static FilterRule rule(Family family, String chain, Object... steps) {
    return new FilterRule(family, HeldTable.NAME, chain, 7, steps(steps));
  }

  /** In a group, with the shipped rules but for their frames, and with what the guard holds. */
  private static Snapshot with(boolean shipped, FilterChain frames, FilterRule... rules) {
    List<FilterChain> chains =
        new ArrayList<>(shipped ? Handhelds.chains(GROUP_NAME) : Handhelds.chains());
    for (Hook hook : List.of(Hook.PREROUTING, Hook.INPUT, Hook.FORWARD, Hook.OUTPUT)) {
      String name = hook.name().toLowerCase(Locale.ROOT);
      chains.add(
          new FilterChain(Family.INET, HeldTable.NAME, name, "filter", hook, true, List.of()));
    }
    chains.add(frames);
    List<FilterRule> all = new ArrayList<>(Rules.intended().rules());
    all.addAll(List.of(rules));
    return Handhelds.inGroup()
        .with(Part.CHAINS, read(chains))
        .with(Part.FILTER, read(new FilterContent(all, Rules.intended().sets())));
  }

  private static FilterSight sight(Snapshot snapshot) {
    return FilterSight.of(snapshot, AirgapSettings.USUAL);
  }

  private static List<String> wide(Snapshot snapshot) {
    return Policy.judge(snapshot, AirgapSettings.USUAL).of(LeakVector.WIDE_ACCEPT).stream()
        .filter(each -> each.state() == Finding.State.FAIL)
        .map(Finding::observed)
        .toList();
  }

  @Test
  void tellsForWhichInterfacesFramesAreHeld() {
    FilterSight sight =
        sight(
            with(
                true,
                egress(CHAIN, true, GROUP_NAME),
                rule(Family.NETDEV, CHAIN, SESSION),
                rule(Family.NETDEV, CHAIN, eq(Source.WRITTEN_TYPE, "0806"), ACCEPT),
                rule(Family.NETDEV, CHAIN, eq(Source.WRITTEN_TYPE, "888e"), ACCEPT),
                rule(Family.INET, "output", tcp(), eq(Source.TO_PORT, "b7fc"), ACCEPT)));
    assertEquals(
        Optional.of(Set.of(new FilterSight.HeldLink(Handhelds.GROUP, GROUP_NAME))), sight.held());
    assertEquals(Optional.empty(), sight.broken());
    assertEquals(List.of(), sight.foreign());
    assertTrue(sight.frames());
    FilterSight left = sight(with(true, egress(CHAIN, true)));
    assertEquals(Optional.of(Set.of()), left.held(), "its interface went");
  }

  @Test
  void isNoStandInForTheShippedChainOfFrames() {
    Snapshot alone = with(false, egress(CHAIN, true, GROUP_NAME));
    FilterSight.Flaw flaw = sight(alone).broken().orElseThrow();
    assertEquals(LeakVector.PACKET_SOCKET, flaw.vector());
    assertTrue(
        Policy.judge(alone, AirgapSettings.USUAL).of(LeakVector.PACKET_SOCKET).stream()
            .anyMatch(
                each -> each.state() == Finding.State.FAIL && each.subject().equals(GROUP_NAME)));
  }

  @Test
  void whatIsWiderThanTheGuardMakesItIsFoundAndNotHeldAndTheShippedRulesAreNotToBlame() {
    for (List<FilterStep> each :
        List.of(
            steps(ACCEPT),
            steps(TYPE, ACCEPT),
            steps(TYPE, eq(Source.PROTOCOL, "06"), eq(Source.TO_PORT, "b7fc"), ACCEPT),
            steps(eq(Source.FRAME_TYPE, "0800"), TYPE, eq(Source.TO_PORT, "b7fc"), ACCEPT),
            steps(eq(Source.FRAME_TYPE, "0806"), ACCEPT))) {
      assertFound(
          "accepts more than the session",
          with(true, egress(CHAIN, true, GROUP_NAME), rule(Family.NETDEV, CHAIN, each)));
    }
    for (String chain : List.of("prerouting", "input", "forward")) {
      assertFound(
          "accepts more than the session",
          with(
              true,
              egress(CHAIN, true, GROUP_NAME),
              rule(Family.INET, chain, tcp(), eq(Source.TO_PORT, "b7fc"), ACCEPT)));
    }
    assertFound("accepts what no rule speaks of", with(true, egress(CHAIN, false, GROUP_NAME)));
    assertFound(
        "does what is not understood",
        with(
            true,
            egress(CHAIN, true, GROUP_NAME),
            rule(Family.NETDEV, CHAIN, new FilterStep.Unknown("fwd"))));
  }

  private static void assertFound(String what, Snapshot snapshot) {
    assertEquals(List.of(what), wide(snapshot));
    assertEquals(Optional.empty(), sight(snapshot).held());
    assertEquals(Optional.empty(), sight(snapshot).broken());
  }

  @Test
  void chainsThatTheGuardNeverMakesAreNotHeld() {
    for (FilterChain each :
        List.of(
            egress("egress_0", true, GROUP_NAME),
            egress("egress_12345678901", true, GROUP_NAME),
            egress("frames", true, GROUP_NAME),
            egress(CHAIN, true, GROUP_NAME, "wlan0"),
            new FilterChain(
                Family.NETDEV,
                HeldTable.NAME,
                CHAIN,
                "filter",
                Hook.INGRESS,
                true,
                List.of(GROUP_NAME)))) {
      assertEquals(Optional.empty(), sight(with(true, each)).held(), each.toString());
    }
  }
}
