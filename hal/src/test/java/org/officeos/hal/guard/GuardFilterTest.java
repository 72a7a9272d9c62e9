package org.officeos.hal.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.officeos.hal.airgap.FilterSight;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.fence.HeldTable;
import org.officeos.hal.guard.testing.FakeGuardKernel;
import org.officeos.hal.guard.testing.GuardRun;
import org.officeos.hal.netlink.InterfaceType;

/** How the guard keeps the packet filter, event by event, over a kernel in memory. */
class GuardFilterTest {

  private static final long SECOND = 1_000_000_000L;
  private static final int LAPTOP = 0xc0a83101;

  private final FakeGuardKernel kernel = new FakeGuardKernel();
  private final List<GuardRecord> records = new ArrayList<>();
  private final GuardLoop loop =
      new GuardLoop(kernel, kernel::nanos, records::add, false, Optional.of("base rules"), true);
  private final GuardRun run = new GuardRun(loop, kernel);
  private List<GuardAction> begun = List.of();
  private int group;

  @BeforeEach
  void aGroupWithItsWay() {
    kernel.radio(0, InterfaceType.STATION, InterfaceType.P2P_CLIENT, InterfaceType.P2P_DEVICE);
    group = kernel.wireless(0, "p2p-wlan0-0", InterfaceType.P2P_CLIENT);
    kernel.up(group);
    kernel.rules().load(way());
    loop.begin();
    run.during(SECOND);
    begun = List.copyOf(kernel.acts());
    kernel.acts().clear();
  }

  private FilterSight.Way way() {
    return new FilterSight.Way(group, LAPTOP, 47100);
  }

  private List<String> loads() {
    return kernel.acts().stream()
        .filter(GuardAction.LoadFilter.class::isInstance)
        .map(each -> ((GuardAction.LoadFilter) each).rules())
        .toList();
  }

  @Test
  void aFilterThatHoldsIsLeftAlone() {
    run.during(20 * SECOND);
    assertEquals(List.of(), kernel.acts());
    assertEquals(List.of(), records);
  }

  @Test
  void aTableThatNobodyElseCanFlushIsHeldFromTheBeginning() {
    assertEquals(
        List.of(new GuardAction.HoldFilter(HeldTable.PACKETS), follows()),
        begun.stream().distinct().toList(),
        "what was told late of the group's coming up may make it hold twice");
    assertEquals(Optional.of(follows().table()), kernel.rules().held());
    assertEquals(List.of(), records, "that is nothing to tell of");
  }

  private GuardAction.HoldFilter follows() {
    return follows("p2p-wlan0-0");
  }

  private GuardAction.HoldFilter follows(String name) {
    return new GuardAction.HoldFilter(new HeldTable(true, Set.of(new HeldTable.Link(group, name))));
  }

  private static GuardAction.HoldFilter noFrames() {
    return new GuardAction.HoldFilter(new HeldTable(true, Set.of()));
  }

  @Test
  void theFramesOfAGroupThatGoesAreLetGoOnceAndOfOneThatComesHeldOnce() {
    kernel.down(group);
    run.during(20 * SECOND);
    assertEquals(List.of(noFrames()), kernel.acts());
    kernel.up(group);
    run.during(20 * SECOND);
    assertEquals(List.of(noFrames(), follows()), kernel.acts());
    assertEquals(List.of(), records);
  }

  @Test
  void framesAreHeldFromWhenAWayStandsInTheRules() {
    kernel.down(group);
    kernel.rules().load();
    run.during(SECOND);
    kernel.up(group);
    run.during(20 * SECOND);
    assertEquals(Optional.of(noFrames().table()), kernel.rules().held());
    kernel.acts().clear();
    kernel.rules().load(way());
    run.during(20 * SECOND);
    assertEquals(List.of(follows()), kernel.acts());
  }

  @Test
  void framesAreHeldOnWhereTheWayIsTakenAwayAndTheGroupStands() {
    kernel.rules().load();
    run.during(SECOND);
    kernel.rules().flush();
    run.during(20 * SECOND);
    assertEquals(List.of("base rules"), loads());
    assertEquals(1, kernel.acts().size(), kernel.acts().toString());
    assertEquals(Optional.of(follows().table()), kernel.rules().held());
  }

  @Test
  void aGroupThatComesAgainByItsNameAndAnotherNumberIsHeldAnew() {
    int before = group;
    kernel.make("eth7", "");
    kernel.remove(before);
    kernel.rules().load();
    run.during(SECOND);
    kernel.rules().hold(follows().table());
    group = kernel.wireless(0, "p2p-wlan0-0", InterfaceType.P2P_CLIENT);
    kernel.up(group);
    run.during(SECOND);
    kernel.acts().clear();
    kernel.rules().load(way());
    run.during(20 * SECOND);
    assertTrue(group != before, "another number");
    assertEquals(List.of(follows()), kernel.acts());
    assertEquals(Optional.of(follows().table()), kernel.rules().held());
  }

  @Test
  void whereTheKernelTakesTheChainAwayWithTheInterfaceNothingIsHeldTwice() {
    kernel.remove(group);
    kernel.rules().load();
    run.during(20 * SECOND);
    assertTrue(kernel.acts().size() <= 1, kernel.acts().toString());
    assertEquals(Optional.of(noFrames().table()), kernel.rules().held());
    assertEquals(List.of(), records);
  }

  @Test
  void aChainThatOutlivesItsInterfaceIsTakenAway() {
    HeldTable left = follows().table();
    kernel.remove(group);
    kernel.rules().hold(left);
    kernel.rules().load();
    run.during(20 * SECOND);
    assertTrue(kernel.acts().contains(noFrames()), kernel.acts().toString());
    assertTrue(kernel.acts().size() <= 2, kernel.acts().toString());
    assertEquals(Optional.of(noFrames().table()), kernel.rules().held());
  }

  @Test
  void aGroupThatIsRenamedIsHeldByItsNewName() {
    kernel.rename(group, "p2p-other");
    run.during(20 * SECOND);
    assertEquals(List.of(follows("p2p-other")), kernel.acts());
    assertEquals(List.of(), records);
  }

  @Test
  void aNameThatMayBeMoreThanANameIsWrittenIntoNoRules() {
    kernel.rename(group, "x\"; accept; #");
    run.during(SECOND);
    kernel.rules().flush();
    run.during(SECOND);
    assertEquals(List.of("base rules"), loads());
    assertEquals(List.of(noFrames(), new GuardAction.LoadFilter("base rules")), kernel.acts());
  }

  @Test
  void aFlushLeavesWhatIsHeldAsItIs() {
    kernel.rules().flush();
    run.during(20 * SECOND);
    assertEquals(1, kernel.acts().size(), kernel.acts().toString());
    assertEquals(1, loads().size());
    assertEquals(Optional.of(follows().table()), kernel.rules().held());
  }

  @Test
  void whereFramesCannotBeHeldThatIsSaidOnceAndThePacketsAreHeldOn() {
    kernel.down(group);
    run.during(SECOND);
    kernel.refuse("somebody else holds it");
    kernel.up(group);
    run.during(20 * SECOND);
    assertEquals(1, records.size(), records.toString());
    GuardRecord.Open open = (GuardRecord.Open) records.get(0);
    assertEquals(LeakVector.PACKET_SOCKET, open.opening().vector());
    assertTrue(kernel.isUp(group));
    kernel.refuse("");
    run.during(20 * SECOND);
    assertEquals(Optional.of(follows().table()), kernel.rules().held());
    assertTrue(records.get(1) instanceof GuardRecord.Shut, records.toString());
  }

  @Test
  void anOlderKernelHoldsNoFrames() {
    kernel.rules().withoutEgressHook();
    kernel.rules().letGo();
    run.during(20 * SECOND);
    assertEquals(List.of(new GuardAction.HoldFilter(HeldTable.PACKETS)), kernel.acts());
  }

  @Test
  void aTableThatIsNoLongerHeldIsHeldAgainAndNothingElseIsLoaded() {
    kernel.rules().letGo();
    run.during(SECOND);
    assertEquals(List.of(follows()), kernel.acts());
    GuardRecord.Shut shut = (GuardRecord.Shut) records.get(0);
    assertEquals("table inet officeos_held", shut.opening().subject());
    assertEquals("rules held", shut.how());
    assertTrue(kernel.isUp(group));
    assertEquals(1, records.size(), records.toString());
  }

  @Test
  void whereItCannotBeHeldThatIsSaidOnceAndTheGroupStays() {
    kernel.refuse("nft reads no commands");
    kernel.rules().letGo();
    run.during(20 * SECOND);
    GuardRecord.Open open = (GuardRecord.Open) records.get(0);
    assertEquals("nft reads no commands", open.why());
    assertEquals(1, records.size(), records.toString());
    assertTrue(kernel.isUp(group), "the shipped rules hold");
  }

  @Test
  void rulesThatWereTakenAwayAreLoadedAgainWithTheWayOfTheGroupThatStands() {
    kernel.rules().flush();
    run.during(SECOND);
    assertEquals(1, loads().size());
    assertTrue(loads().get(0).startsWith("base rules\n"), loads().get(0));
    assertTrue(loads().get(0).contains("device \"p2p-wlan0-0\""), loads().get(0));
    assertEquals(List.of(way()), kernel.rules().ways());
    assertTrue(kernel.isUp(group));
    GuardRecord.Shut shut = (GuardRecord.Shut) records.get(0);
    assertEquals(LeakVector.BASE_CHAIN, shut.opening().vector());
    assertEquals("rules loaded", shut.how());
    assertEquals(1, records.size(), records.toString());
  }

  @Test
  void anotherProgramsTableIsRemovedAndTheWayStays() {
    kernel.rules().foreign("inet", "attack");
    run.during(SECOND);
    GuardAction.RemoveTable removed = (GuardAction.RemoveTable) kernel.acts().get(0);
    assertEquals("add table inet attack\ndelete table inet attack\n", removed.rules());
    assertEquals(1, kernel.acts().size());
    assertEquals(List.of(way()), kernel.rules().ways());
    GuardRecord.Shut shut = (GuardRecord.Shut) records.get(0);
    assertEquals("table inet attack", shut.opening().subject());
    assertEquals("table removed", shut.how());
  }

  @Test
  void aTableWhoseNameMayBeMoreThanANameIsOnlyToldOf() {
    kernel.rules().foreign("inet", "x; flush ruleset");
    run.during(SECOND);
    assertEquals(List.of(), kernel.acts());
    assertTrue(records.get(0) instanceof GuardRecord.Open, records.toString());
    assertEquals(List.of(way()), kernel.rules().ways());
  }

  @Test
  void aWayWhoseGroupIsGoneIsNotOpenedAgain() {
    kernel.down(group);
    run.during(SECOND);
    kernel.rules().flush();
    run.during(SECOND);
    assertEquals(List.of("base rules"), loads());
    assertEquals(List.of(), kernel.rules().ways());
  }

  @Test
  void whereTheRulesCannotBeLoadedNoGroupStaysUp() {
    kernel.rules().flush();
    kernel.refuse("nft is not there");
    run.during(SECOND);
    assertTrue(kernel.acts().contains(new GuardAction.SwitchOff(group)), kernel.acts().toString());
    kernel.refuse("");
    run.during(10 * SECOND);
    assertFalse(kernel.isUp(group));
    kernel.up(group);
    run.during(10 * SECOND);
    assertTrue(kernel.isUp(group), "the filter is there again");
  }

  @Test
  void whereTheFilterCannotBeLookedAtNoGroupStaysUp() {
    kernel.blind(GuardOrder.Look.FILTER, "no such kernel");
    kernel.rules().load(way());
    run.during(SECOND);
    assertFalse(kernel.isUp(group));
    assertEquals(List.of(), loads());
    GuardRecord.Blind blind = (GuardRecord.Blind) records.get(0);
    assertEquals(GuardOrder.Look.FILTER, blind.what());
    kernel.blind(GuardOrder.Look.FILTER, "");
    run.during(6 * SECOND);
    assertTrue(
        records.contains(new GuardRecord.Sighted(GuardOrder.Look.FILTER)), records.toString());
  }

  @Test
  void oneThatDoesNotKeepTheFilterNeverLooksAtIt() {
    GuardLoop without = new GuardLoop(kernel, kernel::nanos, records::add, false);
    kernel.looks().clear();
    without.begin();
    kernel.rules().flush();
    without.step(SECOND);
    assertFalse(kernel.looks().contains(GuardOrder.Look.FILTER), kernel.looks().toString());
  }
}
