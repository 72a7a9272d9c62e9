package org.officeos.hal.airgap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.officeos.hal.airgap.Handhelds.read;
import static org.officeos.hal.airgap.Rules.ACCEPT;
import static org.officeos.hal.airgap.Rules.eq;
import static org.officeos.hal.airgap.Rules.rule;
import static org.officeos.hal.airgap.Rules.steps;
import static org.officeos.hal.airgap.Rules.tcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.officeos.hal.airgap.Finding.State;
import org.officeos.hal.fence.HeldTable;
import org.officeos.hal.netlink.FilterChain;
import org.officeos.hal.netlink.FilterChain.Family;
import org.officeos.hal.netlink.FilterChain.Hook;
import org.officeos.hal.netlink.FilterRule;
import org.officeos.hal.netlink.FilterSet;
import org.officeos.hal.netlink.FilterStep;
import org.officeos.hal.netlink.FilterStep.Lookup;
import org.officeos.hal.netlink.FilterStep.Outcome;
import org.officeos.hal.netlink.FilterStep.Source;
import org.officeos.hal.netlink.FilterStep.Verdict;

/** Each way in which an accepting rule can be too wide, and what is as wide as it looks. */
class RuleChecksTest {

  private static final List<FilterStep> ON_GROUP = eq(Source.OUT_INDEX, "03000000");
  private static final List<FilterStep> TO_LAPTOP = eq(Source.TO_ADDRESS, "c0a83101");
  private static final List<FilterStep> TO_PORT = eq(Source.TO_PORT, "b7fc");

  private static List<String> found(LeakVector vector, Snapshot snapshot) {
    return Policy.judge(snapshot, AirgapSettings.USUAL).of(vector).stream()
        .filter(each -> each.state() == State.FAIL)
        .map(Finding::observed)
        .toList();
  }

  private static List<String> wide(FilterContent content) {
    return found(LeakVector.WIDE_ACCEPT, Handhelds.inGroup().with(Part.FILTER, read(content)));
  }

  private static List<String> wide(Object... steps) {
    return wide(Rules.with(rule("output", 99, steps)));
  }

  @Test
  void whatIsMeantIsNotFound() {
    assertEquals(List.of(), wide(Rules.intended()));
    assertEquals(List.of(), wide(ON_GROUP, tcp(), TO_LAPTOP, TO_PORT, ACCEPT));
    assertEquals(List.of(), wide(Rules.with(List.of(Rules.ways()))), "no way is open");
  }

  @Test
  void eachPartThatIsMissingIsNamed() {
    assertEquals(List.of("accepts any interface"), wide(tcp(), TO_LAPTOP, TO_PORT, ACCEPT));
    assertEquals(
        List.of("accepts more than IPv4"),
        wide(ON_GROUP, eq(Source.PROTOCOL, "06"), TO_LAPTOP, TO_PORT, ACCEPT));
    assertEquals(
        List.of("accepts more than TCP"),
        wide(ON_GROUP, eq(Source.FAMILY, "02"), TO_LAPTOP, TO_PORT, ACCEPT));
    assertEquals(List.of("accepts any peer"), wide(ON_GROUP, tcp(), TO_PORT, ACCEPT));
    assertEquals(List.of("accepts any port"), wide(ON_GROUP, tcp(), TO_LAPTOP, ACCEPT));
  }

  @Test
  void eachPartThatIsAnotherIsNamed() {
    assertEquals(
        List.of("accepts port 80"),
        wide(ON_GROUP, tcp(), TO_LAPTOP, eq(Source.TO_PORT, "0050"), ACCEPT));
    assertEquals(
        List.of("accepts peer 8.8.8.8, which is not in the group's network"),
        wide(ON_GROUP, tcp(), eq(Source.TO_ADDRESS, "08080808"), TO_PORT, ACCEPT));
    assertEquals(
        List.of("accepts interface wlan0, which is no group's"),
        wide(eq(Source.OUT_INDEX, "02000000"), tcp(), TO_LAPTOP, TO_PORT, ACCEPT));
    assertEquals(
        List.of("accepts an interface by its name, which anyone can take"),
        wide(eq(Source.OUT_NAME, "70".repeat(16)), tcp(), TO_LAPTOP, TO_PORT, ACCEPT));
  }

  @Test
  void comparisonsThatDoNotNarrowAreNotTakenForSuch() {
    List<FilterStep> notThere =
        List.of(new FilterStep.Load(Source.TO_PORT, 0), new FilterStep.Compare(0, false, "0050"));
    assertEquals(List.of("accepts any port"), wide(ON_GROUP, tcp(), TO_LAPTOP, notThere, ACCEPT));
    List<FilterStep> half =
        List.of(new FilterStep.Load(Source.TO_PORT, 0), new FilterStep.Compare(0, true, "b7"));
    assertEquals(List.of("accepts any port"), wide(ON_GROUP, tcp(), TO_LAPTOP, half, ACCEPT));
  }

  @Test
  void aRuleThatNothingCanMeetIsNoWayOut() {
    assertEquals(List.of(), wide(eq(Source.PROTOCOL, "06"), eq(Source.PROTOCOL, "11"), ACCEPT));
  }

  @Test
  void whatIsNotUnderstoodIsTooWide() {
    assertEquals(
        List.of("accepts what is not understood: limit"),
        wide(ON_GROUP, tcp(), new FilterStep.Unknown("limit"), TO_LAPTOP, TO_PORT, ACCEPT));
    assertEquals(
        List.of("accepts what is not understood: another end"),
        wide(ON_GROUP, tcp(), new Verdict(Outcome.OTHER, Optional.empty())));
  }

  @Test
  void setsAreLookedInto() {
    String other = "03000000" + "c0a83101" + "00500000";
    assertEquals(
        List.of("accepts port 80", "accepts port 80"),
        wide(Rules.with(List.of(Rules.ways(other)))),
        "input and output");
    FilterSet ranges =
        new FilterSet(Family.INET, Rules.TABLE, "ways", 12, false, List.of("00".repeat(12)));
    assertEquals(
        List.of("accepts what is not understood: set ways"),
        wide(Rules.with(List.of(ranges))).subList(0, 1));
    assertEquals(
        List.of("accepts what is not understood: set ways"),
        wide(Rules.with(List.of())).subList(0, 1),
        "a set that is not there");
    assertEquals(
        List.of("accepts what is not understood: set ways"),
        wide(Rules.with(List.of(Rules.ways("")))).subList(0, 1),
        "all others");
    assertEquals(
        List.of("accepts what is not understood: set ways"),
        wide(new FilterStep.Load(Source.OUT_INDEX, 0), new Lookup("ways", 0, true), ACCEPT));
  }

  @Test
  void chainsThatAreJumpedToAreGoneThrough() {
    Verdict jump = new Verdict(Outcome.JUMP, Optional.of("more"));
    FilterRule accept = rule("more", 98, ACCEPT);
    assertEquals(
        List.of("accepts any port"),
        wide(Rules.with(rule("output", 97, ON_GROUP, tcp(), TO_LAPTOP, jump), accept)));
    assertEquals(
        List.of(),
        wide(Rules.with(rule("output", 97, ON_GROUP, tcp(), TO_LAPTOP, TO_PORT, jump), accept)));
    assertEquals(List.of(), wide(Rules.with(accept)), "nobody jumps there");
    FilterRule round = rule("more", 98, jump);
    assertEquals(List.of(), wide(Rules.with(rule("output", 97, jump), round)), "round and round");
  }

  @Test
  void connectionsThatThePeerBeginsAreFound() {
    List<FilterStep> from = Rules.way(Source.IN_INDEX, Source.FROM_ADDRESS);
    for (Object state : new Object[] {List.of(), Rules.state(10), Rules.state(6)}) {
      assertEquals(
          List.of("accepts connections that the peer begins"),
          wide(Rules.with(rule("input", 99, steps(state, from, ACCEPT)))));
    }
  }

  @Test
  void framesAreToldByWhatStandsInThem() {
    assertEquals(
        List.of("accepts more than IPv4"),
        wide(Rules.with(Rules.frames(99, eq(Source.FRAME_TYPE, "0806"), ACCEPT))));
    assertEquals(
        List.of("accepts more than TCP"),
        wide(
            Rules.with(
                Rules.frames(
                    99, eq(Source.FRAME_TYPE, "0800"), eq(Source.WRITTEN_TYPE, "0800"), ACCEPT))));
  }

  @Test
  void nothingIsAcceptedOnForward() {
    assertEquals(
        List.of("accepts what is for others"),
        wide(Rules.with(rule("forward", 99, ON_GROUP, ACCEPT))));
  }

  @Test
  void anotherTableAndAChainThatAcceptsByDefaultAndNoFilterAreFound() {
    List<FilterChain> chains = new ArrayList<>(Handhelds.chains(Handhelds.GROUP_NAME));
    chains.add(
        new FilterChain(Family.IP, "nat", "post", "nat", Hook.POSTROUTING, false, List.of()));
    chains.add(
        new FilterChain(Family.INET, Rules.TABLE, "late", "filter", Hook.OUTPUT, false, List.of()));
    assertEquals(
        List.of("accepts what no rule speaks of", "is not the air gap's"),
        found(LeakVector.WIDE_ACCEPT, Handhelds.inGroup().with(Part.CHAINS, read(chains))));
    assertEquals(
        List.of("nothing is filtered"),
        found(LeakVector.WIDE_ACCEPT, Handhelds.inGroup().with(Part.CHAINS, read(List.of()))));
  }

  private static Snapshot withHeld(boolean drops, Object... steps) {
    List<FilterChain> chains = new ArrayList<>(Handhelds.chains(Handhelds.GROUP_NAME));
    chains.add(held(Hook.OUTPUT, drops));
    FilterContent own = Rules.intended();
    List<FilterRule> rules = new ArrayList<>(own.rules());
    rules.add(new FilterRule(Family.INET, HeldTable.NAME, "output", 7, steps(steps)));
    return Handhelds.inGroup()
        .with(Part.CHAINS, read(chains))
        .with(Part.FILTER, read(new FilterContent(rules, own.sets())));
  }

  private static FilterChain held(Hook hook, boolean drops) {
    return new FilterChain(
        Family.INET,
        HeldTable.NAME,
        hook.name().toLowerCase(Locale.ROOT),
        "filter",
        hook,
        drops,
        List.of());
  }

  @Test
  void theTableThatTheGuardHoldsIsNobodyElsesAndMayAcceptWhatTheOthersDrop() {
    assertEquals(List.of(), found(LeakVector.WIDE_ACCEPT, withHeld(true, tcp(), TO_PORT, ACCEPT)));
    assertEquals(
        List.of("does what is not understood"),
        found(LeakVector.WIDE_ACCEPT, withHeld(true, new FilterStep.Unknown("dup"))));
    assertEquals(
        List.of("accepts what no rule speaks of", "accepts more than the session"),
        found(LeakVector.WIDE_ACCEPT, withHeld(false, ACCEPT)));
  }

  @Test
  void theTableThatTheGuardHoldsStandsForNoneThatIsMissing() {
    List<FilterChain> alone =
        Stream.of(Hook.PREROUTING, Hook.INPUT, Hook.FORWARD, Hook.OUTPUT)
            .map(hook -> held(hook, true))
            .toList();
    Snapshot snapshot = Handhelds.inGroup().with(Part.CHAINS, read(alone));
    assertEquals(List.of("nothing is filtered"), found(LeakVector.WIDE_ACCEPT, snapshot));
    assertEquals(6, found(LeakVector.BASE_CHAIN, snapshot).size());
    FilterSight sight = FilterSight.of(snapshot, AirgapSettings.USUAL);
    assertEquals(Optional.of(Set.of()), sight.held());
    assertTrue(sight.broken().isPresent());
    assertEquals(List.of(), sight.foreign());
    Snapshot less = snapshot.with(Part.CHAINS, read(alone.subList(1, 4)));
    assertEquals(Optional.empty(), FilterSight.of(less, AirgapSettings.USUAL).held());
  }

  @Test
  void whatWasStoppedOnItsWayOutIsFoundAndWhatCameInIsNot() {
    FilterRule tried = rule("output", 99, new FilterStep.Counter(3, 180), new FilterStep.Reject());
    Snapshot snapshot = Handhelds.inGroup().with(Part.FILTER, read(Rules.with(tried)));
    assertEquals(List.of("3 dropped"), found(LeakVector.ATTEMPTS, snapshot));
    FilterRule counted = rule("output", 99, new FilterStep.Counter(3, 180));
    assertEquals(
        List.of(),
        found(
            LeakVector.ATTEMPTS, Handhelds.inGroup().with(Part.FILTER, read(Rules.with(counted)))));
  }
}
