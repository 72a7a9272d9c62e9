package org.officeos.hal.guard.testing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.officeos.hal.airgap.FilterSight;
import org.officeos.hal.airgap.LeakVector;
import org.officeos.hal.fence.HeldTable;

/** The packet filter of a {@link FakeGuardKernel}, which tells of every change in it. */
public final class FakeGuardRules {

  private final Runnable changed;
  private Optional<FilterSight.Flaw> flaw = Optional.empty();
  private List<FilterSight.Table> foreign = List.of();
  private List<FilterSight.Way> ways = List.of();
  private Optional<HeldTable> held = Optional.empty();
  private boolean hasEgressHook = true;

  /** One without a flaw and without a way, that holds nothing. */
  FakeGuardRules(Runnable changed) {
    this.changed = changed;
  }

  /** No flaw any more, and these ways. */
  public void load(FilterSight.Way... open) {
    flaw = Optional.empty();
    ways = List.of(open);
    changed.run();
  }

  /** Somebody takes the rules away. */
  public void flush() {
    flaw =
        Optional.of(
            new FilterSight.Flaw(LeakVector.BASE_CHAIN, "output of IPv4", "no chain drops"));
    ways = List.of();
    changed.run();
  }

  /** The ways that stand in it. */
  public List<FilterSight.Way> ways() {
    return ways;
  }

  /** Somebody adds a table. */
  public void foreign(String family, String name) {
    foreign = List.of(new FilterSight.Table(family, name));
    changed.run();
  }

  /** Takes another program's table away; whether it was there. */
  boolean remove(FilterSight.Table table) {
    boolean was = foreign.contains(table);
    foreign = List.of();
    changed.run();
    return was;
  }

  /** What is held is this, whoever made it. */
  public void hold(HeldTable table) {
    held = Optional.of(table);
    changed.run();
  }

  /** Whoever holds the guard's table ends. */
  public void letGo() {
    held = Optional.empty();
    changed.run();
  }

  /** What is held, if anything. */
  public Optional<HeldTable> held() {
    return held;
  }

  /** An older kernel, that cannot hold frames. */
  public void withoutEgressHook() {
    hasEgressHook = false;
  }

  /** Its chain goes with an interface, untold, as in older kernels. */
  void linkGone(int index) {
    held = held.map(table -> without(index, table));
  }

  private static HeldTable without(int index, HeldTable table) {
    Set<HeldTable.Link> left = new HashSet<>(table.links());
    left.removeIf(each -> each.index() == index);
    return new HeldTable(table.frames(), left);
  }

  /** All of it. */
  FilterSight sight() {
    return new FilterSight(flaw, foreign, ways, held.map(FakeGuardRules::links), hasEgressHook);
  }

  private static Set<FilterSight.HeldLink> links(HeldTable table) {
    return table.links().stream()
        .map(each -> new FilterSight.HeldLink(each.index(), each.name()))
        .collect(Collectors.toSet());
  }
}
